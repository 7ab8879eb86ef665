using Tests.Shared;

namespace Lessons.Tests;

/// <summary>A test on the real digits.</summary>
internal sealed class NeedsDigitsTheoryAttribute : TheoryAttribute
{
    public NeedsDigitsTheoryAttribute() => Skip = RealPhotosFolder.SkipDigits;
}
