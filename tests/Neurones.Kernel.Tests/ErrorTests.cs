namespace Neurones.Kernel.Tests;

/// <summary>Errors name the learner's lines, and lose nothing.</summary>
public sealed class ErrorTests(SharedKernel shared) : IClassFixture<SharedKernel>
{
    [Fact]
    public async Task CompileErrorsNameLineColumnAndCode()
    {
        var run = await shared.RunAsync("int a = 1;\nint b = y;\nint c = \"s\";", "cell-03");
        Assert.Equal("CompilationError", run.Error.GetProperty("ename").GetString());
        Assert.Equal(
            ["cell-03(2,9): error CS0103: The name 'y' does not exist in the current context", "cell-03(3,9): error CS0029: Cannot implicitly convert type 'string' to 'int'"],
            run.ErrorText.Split('\n'));
        Assert.Equal(run.Error.GetProperty("evalue").GetString(), run.Reply.GetProperty("evalue").GetString());
    }

    [Fact]
    public async Task CompileErrorsKeepTheirPlaceBehindDirectivesAndLoops() => Assert.Equal(
        "cell-04(2,36): error CS0103: The name 'nothing' does not exist in the current context",
        (await shared.RunAsync("#!csharp\nfor (int i = 0; i < 3; i++) { i += nothing; }", "cell-04")).ErrorText);

    [Fact]
    public async Task ACellWithoutANameHasItsNumber()
    {
        var count = (await shared.RunAsync("1")).Reply.GetProperty("execution_count").GetInt32();
        Assert.StartsWith($"cell-{count + 1:00}(1,1): error CS0103", (await shared.RunAsync("unknown()")).ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunTimeErrorsNameTheLinesOfTheirCellsAlone()
    {
        await shared.RunAsync("int Fail(int n)\n{\n    throw new InvalidOperationException(\"bad \" + n);\n}", "cell-05");
        Assert.Equal(
            ["InvalidOperationException: bad 3", "   at Fail(Int32 n) in cell-05:line 3", "   at cell-06:line 4"],
            (await shared.RunAsync("var before = 7;\n\n// a comment\nFail(3)", "cell-06")).ErrorText.Split('\n'));
        Assert.Equal("7", (await shared.RunAsync("before")).Text);
    }

    [Fact]
    public async Task LinesAreRightInsideLoopsAndAfterAwaits()
    {
        var error = (await shared.RunAsync("await Task.Yield();\nforeach (var i in new[] { 1 })\n    if (i == 1)\n        throw new Exception(\"x\");", "cell-07")).ErrorText;
        Assert.Equal("Exception: x\n   at cell-07:line 4", error);
    }

    [Fact]
    public async Task AnAggregateOfOneIsUnwrappedAndCausesAreNamed()
    {
        var error = (await shared.RunAsync("Task.Run(() => throw new Exception(\"outer\", new ArgumentException(\"inner\"))).Wait();", "cell-08")).ErrorText.Split('\n');
        Assert.Equal("Exception: outer", error[0]);
        Assert.Contains("   at cell-08:line 1", error);
        Assert.Contains("caused by ArgumentException: inner", error);
        Assert.DoesNotContain(error, line => line.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal) || line.Contains("Neurones.Kernel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AfterACompileErrorNothingRanAndNothingIsDeclared()
    {
        await shared.RunAsync("var stays = 1;");
        Assert.Equal("error", (await shared.RunAsync("stays = 2; var fresh = 3; undefined;")).Status);
        Assert.Equal("1", (await shared.RunAsync("stays")).Text);
        Assert.Contains("CS0103", (await shared.RunAsync("fresh")).ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyErrorsAreCut()
    {
        var lines = (await shared.RunAsync(string.Join('\n', Enumerable.Range(0, 50).Select(i => $"int a{i} = u{i};")))).ErrorText.Split('\n');
        Assert.Equal(21, lines.Length);
        Assert.Equal("... and 30 more errors", lines[^1]);
    }

    [Fact]
    public async Task AMemoryLimitIsAnErrorOfTheCell()
    {
        await using var kernel = KernelClient.Start(environment: ("DOTNET_GCHeapHardLimit", "0x18000000"));
        Assert.Equal(
            "OutOfMemoryException: The cell needs more memory than this kernel may use (384 MB).",
            (await kernel.RunAsync("var all = new List<byte[]>(); while (true) all.Add(new byte[10_000_000]);")).ErrorText.Split('\n')[0]);
        Assert.Equal("2", (await kernel.RunAsync("all = null; 1 + 1")).Text);
    }
}
