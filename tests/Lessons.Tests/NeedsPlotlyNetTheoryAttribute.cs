namespace Lessons.Tests;

/// <summary>A test that is skipped where Plotly.NET isn't among the packages that NuGet has kept.</summary>
internal sealed class NeedsPlotlyNetTheoryAttribute : TheoryAttribute
{
    public NeedsPlotlyNetTheoryAttribute()
    {
        var kept = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        if (!Directory.Exists(Path.Combine(kept, "plotly.net.csharp", "0.13.0")))
        {
            Skip = "Plotly.NET.CSharp 0.13.0 isn't among this machine's packages: running notebooks/en/plotly-net.ipynb once with nuget.org in reach fetches it.";
        }
    }
}
