namespace Neurones.Tests.Photos;

public class FixtureScriptTests
{
    [NeedsPythonFact]
    public void The_script_reproduces_the_committed_values() => Assert.Contains("values.json", Reproduced("fixtures.py"));

    [NeedsPythonFact]
    public void The_script_on_the_digits_reproduces_the_committed_values() => Reproduced("digits.py");

    /// <summary>Which files of values the script made; without the real photos there are fewer.</summary>
    private static List<string> Reproduced(string name)
    {
        using var folder = new TemporaryFolder();
        var script = Path.Combine(folder.Path, name);
        File.Copy(Fixture.PathOf(name), script);

        var (exitCode, error) = NeedsPythonFactAttribute.Run(script);

        Assert.True(exitCode == 0, error);
        var made = Directory.EnumerateFiles(folder.Path, "*.json").ToList();
        Assert.All(made, file => Assert.Equal(File.ReadAllText(Fixture.PathOf(Path.GetFileName(file))), File.ReadAllText(file)));
        return made.ConvertAll(file => Path.GetFileName(file));
    }
}
