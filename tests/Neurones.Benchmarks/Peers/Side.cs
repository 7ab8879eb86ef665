using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Neurones.Benchmarks;

/// <summary>One contender at one thread setting: how its process is started.</summary>
/// <param name="Name">The contender, as rows and targets name it.</param>
/// <param name="Threads">How many threads it may use.</param>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Environment">The variables that its libraries read when they start.</param>
internal sealed record Side(string Name, int Threads, string[] Command, (string Name, string Value)[] Environment)
{
    public const string Ours = "neurones";
    public const string MathNetWithOurs = "mathnet+neurones";
    public const string PlainMathNet = "mathnet";
    public const string NumPy = "numpy";
    public const string PyTorch = "torch";
    public const string ScikitLearn = "scikit-learn";

    private const string ProviderVariable = "NEURONES_PROVIDER";
    private const string Managed = "managed";
    private const string DebianPython = "/usr/bin/python3";

    /// <summary>All, in the order of the table.</summary>
    public static IReadOnlyList<Side> All { get; } =
    [
        .. Each(Ours, threads => DotNet(Ours, threads, "")),
        .. Each(MathNetWithOurs, threads => DotNet(MathNetWithOurs, threads, "")),
        .. Each(PlainMathNet, threads => DotNet(PlainMathNet, threads, Managed)),
        .. Each(NumPy, threads => Python(NumPy, threads, blas: threads, openMP: 1)),
        Python(PyTorch, 1, blas: 1, openMP: 1),
        // On two threads in BLAS and in OpenMP at once it is several times slower: either the one or the other.
        Python(PyTorch, 2, blas: 2, openMP: 1),
        Python(PyTorch, 2, blas: 1, openMP: 2),
        .. Each(ScikitLearn, threads => Python(ScikitLearn, threads, blas: threads, openMP: 1)),
    ];

    /// <summary>Whether this process is told to leave MathNet's own provider in place.</summary>
    public static bool HasManagedProvider => System.Environment.GetEnvironmentVariable(ProviderVariable) == Managed;

    public ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(Command[0], Command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}, {Threads} thread{(Threads == 1 ? "" : "s")}");

    private static Side[] Each(string name, Func<int, Side> create) => [create(1), create(2)];

    private static Side DotNet(string name, int threads, string provider) => new(
        name, threads,
        [DotNetHost(), typeof(Side).Assembly.Location, "side", name, Text(threads)],
        [(ProviderVariable, provider)]);

    private static Side Python(string name, int threads, int blas, int openMP) => new(
        name, threads,
        [File.Exists(DebianPython) ? DebianPython : "python3", Path.Combine(AppContext.BaseDirectory, "Peers", "peers.py"), name, Text(openMP)],
        [("OPENBLAS_NUM_THREADS", Text(blas)), ("OMP_NUM_THREADS", Text(openMP))]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // The runtime that runs us, even where another dotnet, or none, is on the PATH.
    private static string DotNetHost()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(host) ? host : name;
    }
}
