namespace Neurones.Tests;

public class CategoricalCrossEntropyTests
{
    [Theory]
    [InlineData(new float[] { 1, 3, 2 }, new float[] { 0, 1, 0 }, true)]
    [InlineData(new float[] { 1, 3, 2 }, new float[] { 0, 0, 1 }, false)]
    [InlineData(new float[] { 0, 0, 0 }, new float[] { 1, 0, 0 }, true)] // Of equal ones the first is the answer.
    [InlineData(new float[] { 0, 0, 0 }, new float[] { 0, 1, 0 }, false)]
    [InlineData(new float[] { -1, 4, 4 }, new float[] { 0, 1, 0 }, true)]
    [InlineData(new float[] { -1, 4, 4 }, new float[] { 0, 0, 1 }, false)]
    [InlineData(new float[] { 2, 1, 0 }, new float[] { 0.5f, 0.25f, 0.25f }, true)]
    [InlineData(new float[] { 0, 1, 2 }, new float[] { 0.5f, 0.25f, 0.25f }, false)]
    [InlineData(new float[] { 1, 3, 2 }, new float[] { 0.5f, 0.5f, 0 }, true)]
    public void An_answer_is_right_if_its_greatest_logit_is_that_of_the_likeliest_class(float[] logits, float[] wanted, bool isRight)
    {
        var model = new Sequential([3]) { new Softmax() };
        Assert.Equal(isRight ? 1 : 0, model.Evaluate(new([1, 3], logits), new([1, 3], wanted)).Accuracy);
    }
}
