namespace Neurones.Tests;

/// <summary>Lengths of arrays with every tail that vectors of 2 to 32 numbers can leave.</summary>
public static class Lengths
{
    public static TheoryData<int> UpTo100 => [.. Enumerable.Range(0, 34), 100];

    public static TheoryData<int> UpTo1000 => [.. Enumerable.Range(0, 34), 100, 1000];
}
