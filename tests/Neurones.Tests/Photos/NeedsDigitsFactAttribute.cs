using Tests.Shared;

namespace Neurones.Tests.Photos;

/// <summary>A test on the real digits.</summary>
internal sealed class NeedsDigitsFactAttribute : FactAttribute
{
    public NeedsDigitsFactAttribute() => Skip = RealPhotosFolder.SkipDigits;
}
