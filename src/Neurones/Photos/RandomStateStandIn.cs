namespace Neurones;
#pragma warning disable CS1591, CA5394, CA1822
public sealed class RandomState(uint seed)
{
    private readonly System.Random _r = new((int)seed);
    public double Rand() => _r.NextDouble();
    public double Uniform(double low, double high) => low + ((high - low) * Rand());
    public double Normal(double mean, double deviation) => mean + (deviation * Math.Sqrt(-2 * Math.Log(1 - Rand())) * Math.Cos(2 * Math.PI * Rand()));
    public int RandInt(int low, int high) => _r.Next(low, high);
    public void Shuffle<T>(IList<T> items) { for (var i = items.Count - 1; i > 0; i--) { var j = RandInt(0, i + 1); (items[i], items[j]) = (items[j], items[i]); } }
}
