namespace Neurones;

/// <summary>The folders that data is looked for in.</summary>
/// <param name="Given">The one that the environment variable NEURONES_DATA names; null or blank where there is none.</param>
/// <param name="Own">The one in which downloads are kept.</param>
internal sealed record DataFolders(string? Given, string Own)
{
    /// <summary>Those of this process.</summary>
    public static DataFolders Current => new(Environment.GetEnvironmentVariable("NEURONES_DATA"), DataFolder.Find(Environment.CurrentDirectory));
}
