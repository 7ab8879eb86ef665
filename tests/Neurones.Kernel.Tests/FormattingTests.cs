namespace Neurones.Kernel.Tests;

/// <summary>Values as text and as tables.</summary>
public sealed class FormattingTests(SharedKernel shared) : IClassFixture<SharedKernel>
{
    private const string MathNet = "#r \"nuget: MathNet.Numerics\"\nusing MathNet.Numerics.LinearAlgebra;\n";

    [Theory]
    [InlineData("1.0 / 3", "0.3333333333333333")]
    [InlineData("1234567.5m", "1234567.5")]
    [InlineData("double.NaN", "NaN")]
    [InlineData("true", "true")]
    [InlineData("\"plain <text>\"", "plain <text>")]
    [InlineData("DayOfWeek.Friday", "Friday")]
    [InlineData("typeof(Dictionary<string, int[]>)", "Dictionary<string, int[]>")]
    [InlineData("new[] { 0.123456789, 1 }", "[0.123457, 1]")]
    [InlineData("new[] { \"a\", null }", "[\"a\", null]")]
    [InlineData("(1, \"a\", 2.5)", "(1, \"a\", 2.5)")]
    [InlineData("new { A = 1, B = new[] { 2 } }", "{ A = 1, B = [2] }")]
    [InlineData("new Dictionary<string, double> { [\"x\"] = 0.5 }", "{ \"x\": 0.5 }")]
    [InlineData("Enumerable.Range(0, 100).ToList()", "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, … (100 in all)]")]
    [InlineData("Enumerable.Repeat(1, int.MaxValue)", "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, …]")]
    [InlineData("new int[0]", "[]")]
    [InlineData("new System.Text.StringBuilder(\"own text\")", "own text")]
    [InlineData("class Own { public int A => 1; public override string ToString() => \"my own\"; } new Own()", "my own")]
    [InlineData("Task.Delay(-1)", "System.Threading.Tasks.Task+DelayPromise")]
    public async Task ShowsAsText(string code, string expected) => Assert.Equal(expected, (await shared.RunAsync(code)).Text);

    [Fact]
    public async Task AMatrixIsATableWithItsShape()
    {
        var run = await shared.RunAsync(MathNet + "Matrix<double>.Build.DenseOfArray(new[,] { { 1.36922046, -1 }, { 1e-9, 12345678 } })");
        Assert.Equal("Matrix 2 × 2\n1.36922           -1\n  1E-09  1.23457E+07", run.Text);
        Assert.Equal(
            "<table class=\"neurones-table\"><caption>Matrix 2 × 2</caption><tbody>"
            + "<tr><td style=\"text-align:right\">1.36922</td><td style=\"text-align:right\">-1</td></tr>"
            + "<tr><td style=\"text-align:right\">1E-09</td><td style=\"text-align:right\">1.23457E+07</td></tr></tbody></table>",
            System.Net.WebUtility.HtmlDecode(run.Html));
    }

    [Theory]
    [InlineData("Matrix<double>.Build.Dense(1000, 4096, (i, j) => i)", "Matrix 1000 × 4096", 17)]
    [InlineData("Vector<double>.Build.Dense(500)", "Vector of 500", 1)]
    [InlineData("new double[40, 2]", "double[40, 2]", 17)]
    public async Task LargeMatricesAreElided(string code, string title, int rows)
    {
        var run = await shared.RunAsync(MathNet + code);
        Assert.Equal(title, run.Text.Split('\n')[0]);
        Assert.Equal(rows, run.Text.Split('\n').Length - 1);
        Assert.Equal(rows, run.Html.Split("<tr>").Length - 1);
        Assert.InRange(run.Html.Length, 100, 20_000);
    }

    [Fact]
    public async Task WhatAFunctionReturnsTogetherIsShownTogether()
    {
        var run = await shared.RunAsync(MathNet + "(Matrix<double>.Build.Dense(2, 1, 0.5), 0.25)");
        Assert.Equal("([[0.5], [0.5]], 0.25)", run.Text);
        Assert.Contains("<caption>Matrix 2 &#215; 1</caption>", run.Html, StringComparison.Ordinal);
        Assert.Contains("0.25", run.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ObjectsAreRowsWithTheirPropertiesAsColumnsAndHtmlIsEncoded()
    {
        var run = await shared.RunAsync("record Row(int Id, string Name); new[] { new Row(1, \"<script>\"), null, new Row(2, \"b\") }");
        Assert.Equal(
            "<table class=\"neurones-table\"><caption>3 rows</caption><tbody><tr><th scope=\"col\">Id</th><th scope=\"col\">Name</th></tr>"
            + "<tr><td style=\"text-align:right\">1</td><td>&lt;script&gt;</td></tr><tr><td></td><td></td></tr><tr><td style=\"text-align:right\">2</td><td>b</td></tr></tbody></table>",
            run.Html);
        Assert.Contains("20 of 100 rows", (await shared.RunAsync("Enumerable.Range(0, 100).Select(i => new { i }).ToList()")).Html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\">key</th>", (await shared.RunAsync("new Dictionary<string, int> { [\"a\"] = 1 }")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ObjectsThatHoldThemselvesAreBounded()
    {
        var run = await shared.RunAsync("""
            record Node(string Name) { public Node Next { get; set; } public List<Node> All { get; } = new(); }
            var node = new Node("a"); node.Next = node; node.All.Add(node); node.All.Add(node); node
            """);
        Assert.Contains("…", run.Text, StringComparison.Ordinal);
        Assert.InRange(run.Text.Length + run.Html.Length, 1, 20_000);
    }

    [Fact]
    public async Task APropertyThatThrowsIsNamedAndTheRestIsShown()
    {
        var run = await shared.RunAsync("class Half { public int A => 1; public int B => throw new InvalidOperationException(); } new Half()");
        Assert.Equal("Half { A = 1, B = \"(InvalidOperationException)\" }", run.Text);
    }

    [Fact]
    public async Task AFormatterThatThrowsIsAnErrorOfItsCell()
    {
        var run = await shared.RunAsync("class Bad { public override string ToString() => throw new Exception(\"no text today\"); } new Bad()");
        Assert.Contains("no text today", run.ErrorText, StringComparison.Ordinal);
        Assert.Equal("2", (await shared.RunAsync("1 + 1")).Text);
    }
}
