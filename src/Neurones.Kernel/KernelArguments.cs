namespace Neurones.Kernel;

/// <summary>What the parent says when it starts the kernel: two inherited pipes and the notebook's folder.</summary>
internal sealed record KernelArguments(string PipeIn, string PipeOut, string Folder)
{
    public const string Usage =
        "Neurones.Kernel runs the cells of one notebook and is started by `neurones`: " +
        "Neurones.Kernel --pipe-in HANDLE --pipe-out HANDLE --folder FOLDER; or --write-script FOLDER, which turns a notebook into a program";

    /// <summary>Reads the command line; null when it isn't one of ours.</summary>
    public static KernelArguments? Parse(string[] args) =>
        args is ["--pipe-in", var pipeIn, "--pipe-out", var pipeOut, "--folder", var folder] && Directory.Exists(folder)
            ? new(pipeIn, pipeOut, Path.GetFullPath(folder))
            : null;
}
