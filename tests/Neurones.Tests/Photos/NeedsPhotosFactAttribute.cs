using Tests.Shared;

namespace Neurones.Tests.Photos;

/// <summary>A test on the real photos.</summary>
internal sealed class NeedsPhotosFactAttribute : FactAttribute
{
    public NeedsPhotosFactAttribute() => Skip = RealPhotosFolder.Skip;
}
