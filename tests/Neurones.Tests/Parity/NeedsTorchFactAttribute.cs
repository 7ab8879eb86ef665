namespace Neurones.Tests;

/// <summary>A test that runs Debian's Python with PyTorch and SciPy, and is skipped where they aren't installed.</summary>
internal sealed class NeedsTorchFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> Available = new(() =>
        File.Exists(NeedsPythonFactAttribute.Interpreter) && NeedsPythonFactAttribute.Run("-c", "import torch, scipy").ExitCode == 0);

    public NeedsTorchFactAttribute() => Skip = Available.Value
        ? null
        : $"needs {NeedsPythonFactAttribute.Interpreter} with torch and scipy (Debian: python3-torch, python3-scipy)";
}
