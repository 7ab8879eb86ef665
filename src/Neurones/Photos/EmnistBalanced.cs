namespace Neurones;

/// <summary>
/// Handwritten digits and letters in 47 classes of equal size, white on black, 28 x 28: the 112,800 of EMNIST-balanced to
/// train on and 18,800 to test with (Cohen, Afshar, Tapson and van Schaik, 2017).
/// </summary>
public static class EmnistBalanced
{
    private static readonly EmnistBalancedCharacters Characters = new();

    /// <summary>Loads the characters, upright, from the first folder that has them; they aren't downloaded.</summary>
    /// <remarks>
    /// The folders, in this order: emnist/ in the folder that the environment variable NEURONES_DATA names; emnist/ in the
    /// repository's data folder (outside the repository, in a folder of the user). The files: emnist-balanced-train- and
    /// emnist-balanced-test- images-idx3-ubyte.gz and labels-idx1-ubyte.gz, packed or not.
    /// </remarks>
    /// <exception cref="FileNotFoundException">No folder has the four files; the message says where to get and put them.</exception>
    /// <exception cref="InvalidDataException">A file is there but can't be used; the message says what is wrong with it.</exception>
    public static PhotoDataset Load() => Load(DataFolders.Current);

    internal static PhotoDataset Load(DataFolders folders)
    {
        var finder = new PhotoFinder(Characters, folders);
        return finder.Find() ?? throw new FileNotFoundException(
            $"EMNIST-balanced isn't here: {FileList.Absent(Characters.Missing(finder.Own))} in {finder.Own}{finder.NotGiven}. "
            + "They are in gzip.zip, which https://www.nist.gov/itl/products-and-services/emnist-dataset offers: put them there.");
    }
}
