using Tests.Shared;

namespace Lessons.Tests;

/// <summary>A test on the real photos.</summary>
internal sealed class NeedsPhotosTheoryAttribute : TheoryAttribute
{
    public NeedsPhotosTheoryAttribute() => Skip = RealPhotosFolder.Skip;
}
