namespace Lessons.Tests;

/// <summary>A test on the real photos, which are not in the repository: the folder NEURONES_DATA must have catdog/ in it.</summary>
internal sealed class NeedsPhotosTheoryAttribute : TheoryAttribute
{
    public NeedsPhotosTheoryAttribute()
    {
        if (!HasPhotos)
        {
            Skip = "NEURONES_DATA is not set: it names the folder that has the real photos, see data/README.md.";
        }
    }

    public static bool HasPhotos => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("NEURONES_DATA"));
}
