using System.Globalization;

namespace Neurones;

/// <summary>Looks for photos in the folders of this machine.</summary>
internal sealed class PhotoFinder(IPhotoFiles files, DataFolders folders)
{
    private readonly string? _given = string.IsNullOrWhiteSpace(folders.Given) ? null : Path.GetFullPath(Path.Combine(folders.Given, files.Subfolder));

    /// <summary>The folder in which these photos are kept.</summary>
    public string Own { get; } = Path.Combine(folders.Own, files.Subfolder);

    /// <summary>That NEURONES_DATA names a folder without these photos; empty where it isn't set.</summary>
    public string NotGiven => _given is null ? "" : $"; NEURONES_DATA is set, but {FileList.Absent(files.Missing(_given))} in {_given}";

    /// <summary>The photos in the given folder, or else in the own one, or else null.</summary>
    /// <exception cref="InvalidDataException">A file is there but can't be used.</exception>
    public PhotoDataset? Find()
    {
        if (_given is not null && files.Missing(_given).Count == 0)
        {
            return Read(_given, PhotoSourceKind.Folder, $"from {_given} (NEURONES_DATA)", "");
        }

        return files.Missing(Own).Count == 0 ? ReadOwn(PhotoSourceKind.Data, $"from {Own}") : null;
    }

    /// <summary>The photos in the own folder.</summary>
    /// <exception cref="InvalidDataException">A file can't be used.</exception>
    public PhotoDataset ReadOwn(PhotoSourceKind kind, string origin) => Read(Own, kind, origin, NotGiven);

    /// <summary>A data set whose source says how many photos there are, and of what kind.</summary>
    public PhotoDataset Describe(PhotoSet train, PhotoSet test, PhotoSourceKind kind, string origin)
    {
        var how = kind == PhotoSourceKind.Drawn ? "drawn" : "real";
        var sentence = string.Create(CultureInfo.InvariantCulture, $"{train.Count:N0} {how} {files.Noun} to train on and {test.Count:N0} to test with, {origin}");
        return new PhotoDataset(train, test, new PhotoSource(kind, sentence));
    }

    private PhotoDataset Read(string folder, PhotoSourceKind kind, string origin, string notGiven)
    {
        var (train, test, remark) = files.Read(folder);
        return (train.Height, train.Width) == (test.Height, test.Width)
            ? Describe(train, test, kind, origin + remark + notGiven)
            : throw UnusableFile.Because(folder, $"the {files.Noun} to train on have the shape {train.Shape} and those to test with {test.Shape}, but they must be of one size");
    }
}
