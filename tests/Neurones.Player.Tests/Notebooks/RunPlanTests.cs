using Neurones.Player.Notebooks;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Notebooks;

public sealed class RunPlanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RunPlanTests()
    {
        foreach (var file in (string[])["en/02-b.ipynb", "en/01-a.ipynb", "en/solutions/01-a.ipynb", "fr/01-a.ipynb", "en/.ipynb_checkpoints/01-a.ipynb"])
        {
            TestNotebook.Write(_folder[file]);
        }
    }

    [Fact]
    public void A_folder_gives_its_notebooks_in_order_with_their_places_below_the_output() => Assert.Equal(
        [("en/01-a.ipynb", "out/en/01-a.ipynb"), ("en/02-b.ipynb", "out/en/02-b.ipynb"), ("en/solutions/01-a.ipynb", "out/en/solutions/01-a.ipynb"), ("fr/01-a.ipynb", "out/fr/01-a.ipynb")],
        RunPlan.Create([_folder.Path], _folder["out"], null).Select(run => (Path.GetRelativePath(_folder.Path, run.Source), Path.GetRelativePath(_folder.Path, run.Output!))));

    [Theory]
    [InlineData("", "fr", 1)]
    [InlineData("", "en", 3)]
    [InlineData("en", "en", 3)]
    public void A_language_chooses_among_them(string folder, string language, int count) => Assert.Equal(count, RunPlan.Create([_folder[folder]], null, language).Count);

    [Theory]
    [InlineData("nothing-here")]
    [InlineData("en/.ipynb_checkpoints/none")]
    public void What_is_not_there_is_named(string path) => Assert.Contains(path, Assert.Throws<UsageException>(() => RunPlan.Create([_folder[path]], null, null)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_language_that_is_not_there_is_named() => Assert.Contains("de", Assert.Throws<UsageException>(() => RunPlan.Create([_folder.Path], null, "de")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_copy_never_replaces_a_notebook()
    {
        Assert.Throws<UsageException>(() => RunPlan.Create([_folder["en/01-a.ipynb"]], _folder["en"], null));
        Assert.Throws<UsageException>(() => RunPlan.Create([_folder["en"]], _folder["en"], null));
    }

    [Fact]
    public void Two_copies_never_share_a_place() =>
        Assert.Throws<UsageException>(() => RunPlan.Create([_folder["en/01-a.ipynb"], _folder["fr/01-a.ipynb"]], _folder["out"], null));

    public void Dispose() => _folder.Dispose();
}
