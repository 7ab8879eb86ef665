namespace Neurones.Tests;

public class VectorSumsTests
{
    [Fact]
    public void Sums_are_those_of_a_loop()
    {
        for (var length = 0; length < 40; length++)
        {
            var x = Enumerable.Range(1, length).Select(i => (double)i).ToArray();
            Assert.Equal(x.Sum(), VectorSums.Sum(x));

            var sum = Enumerable.Repeat(0.5, length).ToArray();
            VectorSums.AddScaled(x, -2, sum);
            Assert.Equal(x.Select(value => 0.5 - (2 * value)), sum);
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_ordinary_number_shows_wherever_it_is(double value)
    {
        for (var i = 0; i < 13; i++)
        {
            var x = new double[13];
            x[i] = value;
            Assert.False(double.IsFinite(VectorSums.Sum(x)));
        }
    }
}
