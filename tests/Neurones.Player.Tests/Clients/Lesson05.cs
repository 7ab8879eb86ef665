using System.Runtime.CompilerServices;

namespace Neurones.Player.Tests.Clients;

internal static class Lesson05
{
    public static string Path { get; } = System.IO.Path.Combine(Folder(), "../../../notebooks/en/05-programming-a-neuron.ipynb");

    private static string Folder([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file)!;
}
