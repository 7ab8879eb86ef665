namespace Neurones;

/// <summary>A file that can be downloaded, and by what it is recognised.</summary>
internal sealed record RemoteFile(string Name, long Length, string Sha256)
{
    /// <summary>The folder of the course's files; lesson 6 needs the two below.</summary>
    public static readonly Uri CourseFolder = new("https://raw.githubusercontent.com/MachineLearnia/Deep-Learning-Youtube/main/datasets/");

    public static readonly IReadOnlyList<RemoteFile> CatsAndDogs =
    [
        new(RealPhotos.TrainFile, 4_106_048, "0af70335b103c2d23919fa312d7ac1099d206e671dcd50e3f02273f06b7e65bb"),
        new(RealPhotos.TestFile, 822_848, "9164849a343ac9f8f1db646f81a44ba78854f9655bb711fed9b368c2ae4696fe"),
    ];
}
