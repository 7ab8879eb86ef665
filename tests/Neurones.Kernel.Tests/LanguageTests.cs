namespace Neurones.Kernel.Tests;

/// <summary>C# in cells: what they share, and what a cell may hold.</summary>
public sealed class LanguageTests(SharedKernel shared) : IClassFixture<SharedKernel>
{
    [Fact]
    public async Task LaterCellsSeeAndRedefineWhatEarlierOnesDeclared()
    {
        await shared.RunAsync("int n = 2; int F(int i) => n * i; record Plant(string Name);");
        Assert.Equal("6", (await shared.RunAsync("F(3)")).Text);
        await shared.RunAsync("n = 5;");
        Assert.Equal("15", (await shared.RunAsync("F(3)")).Text);
        Assert.Equal("text", (await shared.RunAsync("string n = \"text\"; n")).Text);
        Assert.Equal("20", (await shared.RunAsync("int F(int i) => i + 10; F(10)")).Text);
        Assert.Equal("Plant { Name = \"fern\", Leaves = 3 }", (await shared.RunAsync("record Plant(string Name, int Leaves); new Plant(\"fern\", 3)")).Text);
    }

    [Fact]
    public async Task UsingsPersistEvenFromACellOfNothingElse()
    {
        await shared.RunAsync("using System.Globalization;");
        Assert.Equal("InvariantCulture", (await shared.RunAsync("nameof(CultureInfo.InvariantCulture)")).Text);
    }

    [Theory]
    [InlineData("var answer = await Task.FromResult(42); answer", "42")]
    [InlineData("int[] a = [1, 2, .. new[] { 3 }]; a", "[1, 2, 3]")]
    [InlineData("class P(int x) { public int X => field + x; } new P(3).X", "3")]
    [InlineData("static int Twice(this int i) => 2 * i; 4.Twice()", "8")]
    [InlineData("for (int i = 0; i < 3; i++) Console.Write(i); int k = 0; do k++; while (k < 5); foreach (var (a, b) in new[] { (1, 2) }) k += a + b; k", "8")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(new { A = 1.5 })", "{\"A\":1.5}")]
    [InlineData("System.Numerics.BigInteger.Pow(2, 70)", "1180591620717411303424")]
    [InlineData("string s = null; s", "null")]
    public async Task Runs(string code, string expected) => Assert.Equal(expected, (await shared.RunAsync(code)).Text);

    [Fact]
    public async Task ALoadedFileIsFoundFromTheNotebooksFolder()
    {
        using var folder = new TestFolder();
        folder.Write("helper.csx", "int Helped() => 41;");
        await using var kernel = KernelClient.Start(folder.Path);
        await kernel.RunAsync("#load \"helper.csx\"");
        Assert.Equal("42", (await kernel.RunAsync("Helped() + 1")).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("// nothing")]
    [InlineData("string s = null;")]
    [InlineData("Console.Write(\"\");")]
    [InlineData("object F() => null; F();")]
    public async Task ShowsNoResultWhereThereIsNone(string code)
    {
        var run = await shared.RunAsync(code);
        Assert.Equal("ok", run.Status);
        Assert.Empty(run.Contents("execute_result"));
    }

    [Theory]
    [InlineData("#!csharp\n1 + 1")]
    [InlineData("#!c#\n1 + 1")]
    public async Task ALanguageLineForCSharpIsAccepted(string code) => Assert.Equal("2", (await shared.RunAsync(code)).Text);

    [Fact]
    public async Task AnotherLanguageLineIsAnErrorThatNamesItsLine()
    {
        Assert.Equal(
            "c1(1,1): error: #!fsharp is not known: this kernel runs C# cells (#!csharp), and knows #r \"path.dll\" and #r \"nuget: Package, version\".",
            (await shared.RunAsync("#!fsharp\nlet x = 1", "c1")).ErrorText);
        Assert.StartsWith("c1(2,1)", (await shared.RunAsync("\n#!time\nvar x = 1;", "c1")).ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DirectivesInsideStringsAndCommentsAreLeftAlone()
    {
        Assert.Equal("a\n#r \"x.dll\"\n#!bash", (await shared.RunAsync("@\"a\n#r \"\"x.dll\"\"\n#!bash\"")).Text);
        Assert.Equal("1", (await shared.RunAsync("/*\n#r \"x.dll\"\n*/\n1")).Text);
    }
}
