namespace Neurones.Tests.Photos;

/// <summary>A test on the real photos, which are not in the repository: the folder NEURONES_DATA must have catdog/ in it.</summary>
internal sealed class NeedsPhotosFactAttribute : FactAttribute
{
    public NeedsPhotosFactAttribute()
    {
        if (string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("NEURONES_DATA")))
        {
            Skip = "NEURONES_DATA is not set: it names the folder that has the real photos, see data/README.md.";
        }
    }
}
