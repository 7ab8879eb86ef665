namespace Neurones.Kernel.Tests.Language;

/// <summary>diagnostics_request: what the compiler would say, and what isn't said while one types.</summary>
public sealed class DiagnosisTests(SharedKernel shared) : IClassFixture<SharedKernel>
{
    private KernelClient Kernel => shared.Kernel;

    [Theory]
    [InlineData("int x = \"a\";", "error CS0029 \"a\"")]
    [InlineData("/* 😀🧠 */ nothing + 1", "error CS0103 nothing")]
    [InlineData("\"abc\".Missing()", "error CS1061 Missing")]
    [InlineData("void F() { return 1; }", "error CS0127 return")]
    [InlineData("bool b = true; if (b = false) { }", "warning CS0665 b = false")]
    [InlineData("int F() { return 1; Console.WriteLine(); }", "warning CS0162 Console")]
    public async Task Tells(string code, string expected) => Assert.Equal([expected], await Kernel.MarksAsync(code));

    [Theory]
    [InlineData("1 + 1")]
    [InlineData("var unused = 1; void Never() { int local = 2; }")]
    [InlineData("Task.Delay(1);")]
    [InlineData("async Task F() { }")]
    [InlineData("using System.Linq; using System.Linq;")]
    [InlineData("string s = null; s.Length")]
    [InlineData("#r \"not-loaded-yet.dll\"\nnew Unknown.Thing()")]
    [InlineData("#load \"not-loaded-yet.csx\"\nnew Unknown.Thing()")]
    [InlineData("await Task.Yield(); display(1);")]
    public async Task Is_silent_on(string code) => Assert.Empty(await Kernel.MarksAsync(code));

    [Fact]
    public async Task Syntax_is_told_even_where_references_are_missing() =>
        Assert.Equal(["error CS1002 "], await Kernel.MarksAsync("#r \"not-loaded-yet.dll\"\nvar x = new Unknown.Thing()"));

    [Fact]
    public async Task Each_message_is_the_one_that_running_gives()
    {
        const string Code = "int x = \"a\";";
        var told = (await Kernel.DiagnoseAsync(Code)).GetProperty("diagnostics")[0];
        var ran = await Kernel.RunAsync(Code, "c");
        Assert.Equal($"c(1,9): error {told.GetProperty("id").GetString()}: {told.GetProperty("message").GetString()}", ran.ErrorText);
    }

    [Fact]
    public async Task Names_of_cells_above_are_no_errors_whether_they_have_run_or_not()
    {
        await using var kernel = KernelClient.Start();
        await kernel.RunAsync("int ran = 1;");
        Assert.Equal(["error CS0103 waits"], await kernel.MarksAsync("ran + waits"));
        Assert.Empty(await kernel.MarksAsync("ran + waits", "int waits = 2;"));
        Assert.Equal(["error CS0103 waits"], await kernel.MarksAsync("ran + waits"));
    }

    [Fact]
    public async Task A_lesson_that_is_opened_shows_no_error_before_any_cell_has_run()
    {
        await using var kernel = KernelClient.Start(Lessons.English);
        Assert.NotEmpty(Lessons.All);
        foreach (var lesson in Lessons.All)
        {
            var before = new List<string>();
            foreach (var (code, fails) in Lessons.CellsOf(lesson))
            {
                if (!fails)
                    Assert.True((await kernel.MarksAsync(code, [.. before])) is [], $"{Path.GetFileName(lesson)}: {string.Join("; ", await kernel.MarksAsync(code, [.. before]))} in\n{code}");
                before.Add(code);
            }
        }
    }
}
