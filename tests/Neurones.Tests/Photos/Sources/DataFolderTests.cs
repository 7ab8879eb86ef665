namespace Neurones.Tests.Photos.Sources;

public class DataFolderTests
{
    [Fact]
    public void It_is_in_the_repository_around_a_notebook()
    {
        using var folder = new TemporaryFolder();
        folder.Add("global.json");
        folder.Add("notebooks/en/solutions/06.ipynb");

        Assert.Equal(Path.Combine(folder.Path, "data"), DataFolder.Find(Path.Combine(folder.Path, "notebooks", "en", "solutions")));
        Assert.Equal(Path.Combine(folder.Path, "data"), DataFolder.Find(folder.Path));
    }

    [Fact]
    public void Elsewhere_it_belongs_to_the_user()
    {
        using var folder = new TemporaryFolder();
        folder.Add("global.json");

        var found = DataFolder.Find(folder.Path);

        Assert.EndsWith(Path.Combine("neurones", "data"), found, StringComparison.Ordinal);
        Assert.False(found.StartsWith(folder.Path, StringComparison.Ordinal), found);
    }
}
