namespace Neurones.Tests;

/// <summary>A theory that runs Debian's Python with NumPy, scikit-learn and h5py, and is skipped where they aren't installed.</summary>
internal sealed class NeedsPythonTheoryAttribute : TheoryAttribute
{
    public NeedsPythonTheoryAttribute() => Skip = NeedsPythonFactAttribute.Missing;
}
