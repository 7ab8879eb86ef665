namespace Neurones;

/// <summary>The handwritten digits and letters of EMNIST-balanced: four IDX files.</summary>
internal sealed class EmnistBalancedCharacters : IPhotoFiles
{
    private static readonly IdxPair Training = new("emnist-balanced-train", transposed: true);
    private static readonly IdxPair Testing = new("emnist-balanced-test", transposed: true);

    /// <summary>The names of the classes in the order of emnist-balanced-mapping.txt; small letters that look like capitals share their class.</summary>
    private static readonly string[] ClassNames = [.. "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghnqrt".Select(character => character.ToString())];

    /// <inheritdoc/>
    public string Subfolder => "emnist";

    /// <inheritdoc/>
    public string Noun => "characters";

    /// <inheritdoc/>
    public IReadOnlyList<string> Missing(string folder) => [.. Training.Missing(folder), .. Testing.Missing(folder)];

    /// <inheritdoc/>
    public (PhotoSet Train, PhotoSet Test, string Remark) Read(string folder) =>
        (Training.Read(folder, ClassNames), Testing.Read(folder, ClassNames), "");
}
