using System.Diagnostics;

namespace Neurones.Tests;

/// <summary>A test that runs Debian's Python with NumPy, scikit-learn and h5py, and is skipped where they aren't installed.</summary>
internal sealed class NeedsPythonFactAttribute : FactAttribute
{
    public const string Interpreter = "/usr/bin/python3";

    private static readonly Lazy<bool> Available = new(() =>
        File.Exists(Interpreter) && Run("-c", "import numpy, sklearn, h5py").ExitCode == 0);

    public NeedsPythonFactAttribute() => Skip = Missing;

    /// <summary>What to say when it's skipped; null where all is there.</summary>
    public static string? Missing => Available.Value
        ? null
        : $"needs {Interpreter} with numpy, scikit-learn and h5py (Debian: python3-numpy, python3-sklearn, python3-h5py)";

    public static (int ExitCode, string Error) Run(params string[] arguments)
    {
        using var python = Process.Start(new ProcessStartInfo(Interpreter, arguments) { RedirectStandardError = true })!;
        var error = python.StandardError.ReadToEnd();
        python.WaitForExit();
        return (python.ExitCode, error);
    }
}
