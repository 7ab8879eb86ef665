using System.Diagnostics;

namespace Neurones.Player.Tests.Browser;

/// <summary>Jupyter's own judge of notebook files, from Debian's python3-nbformat.</summary>
internal static class Nbformat
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Why it can't judge; null when it can.</summary>
    public static string? WhyMissing { get; } = File.Exists(Python) && Run("import nbformat").ExitCode == 0 ? null : "Debian's python3-nbformat is not installed.";

    /// <summary>What is wrong with a notebook; nothing where it is as it should be.</summary>
    public static string Judge(string file)
    {
        var (code, errors) = Run("import nbformat, sys; nbformat.validate(nbformat.read(sys.argv[1], as_version=nbformat.NO_CONVERT))", file);
        return code == 0 ? errors : $"Python ended with {code}: {errors}";
    }

    private static (int ExitCode, string Errors) Run(string script, params string[] arguments)
    {
        using var python = Process.Start(new ProcessStartInfo(Python, ["-c", script, .. arguments]) { RedirectStandardError = true })!;
        var errors = python.StandardError.ReadToEnd();
        python.WaitForExit();
        return (python.ExitCode, errors);
    }
}
