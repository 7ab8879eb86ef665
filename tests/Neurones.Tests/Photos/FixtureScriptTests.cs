namespace Neurones.Tests.Photos;

public class FixtureScriptTests
{
    [NeedsPythonFact]
    public void The_script_reproduces_the_committed_values()
    {
        using var folder = new TemporaryFolder();
        var script = Path.Combine(folder.Path, "fixtures.py");
        File.Copy(Fixture.PathOf("fixtures.py"), script);

        var (exitCode, error) = NeedsPythonFactAttribute.Run(script);

        Assert.True(exitCode == 0, error);
        foreach (var made in Directory.EnumerateFiles(folder.Path, "*.json"))
        {
            Assert.Equal(File.ReadAllText(Fixture.PathOf(Path.GetFileName(made))), File.ReadAllText(made));
        }

        Assert.True(File.Exists(Path.Combine(folder.Path, "values.json")));
    }
}
