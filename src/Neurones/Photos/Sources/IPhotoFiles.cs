namespace Neurones;

/// <summary>Photos to learn from and photos to test with, as files in a folder.</summary>
internal interface IPhotoFiles
{
    /// <summary>What the folder is called in a data folder.</summary>
    string Subfolder { get; }

    /// <summary>What the photos show or are, in the plural.</summary>
    string Noun { get; }

    /// <summary>Those of the files that are needed and that <paramref name="folder"/> doesn't have.</summary>
    IReadOnlyList<string> Missing(string folder);

    /// <summary>Reads the files, and says in Remark what is special about them.</summary>
    /// <exception cref="InvalidDataException">A file is damaged, or has something else in it.</exception>
    (PhotoSet Train, PhotoSet Test, string Remark) Read(string folder);
}
