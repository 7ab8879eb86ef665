namespace Neurones.Tests;

/// <summary>Tests that change how many threads may be used: they run when no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OwnThreads
{
    public const string Name = "Own threads";
}
