namespace Neurones;

/// <summary>The folder in which downloads are kept.</summary>
internal static class DataFolder
{
    /// <summary>data in the repository around <paramref name="start"/>, or else a folder of the user.</summary>
    public static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "global.json")) && Directory.Exists(Path.Combine(folder.FullName, "notebooks")))
            {
                return Path.Combine(folder.FullName, "data");
            }
        }

        return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "neurones", "data");
    }
}
