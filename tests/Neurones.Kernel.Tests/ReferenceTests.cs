namespace Neurones.Kernel.Tests;

/// <summary><c>#r "path"</c>.</summary>
public sealed class ReferenceTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ALocalAssemblyIsFoundFromTheNotebooksFolderWithWhatItNeeds()
    {
        var dependency = TestAssembly.Build(Path.Combine(_folder.Path, "lib"), "Inner", "public static class Inner { public static int Two => 2; }");
        TestAssembly.Build(Path.Combine(_folder.Path, "lib"), "Outer", "public static class Outer { public static int Four => 2 * Inner.Two; }", dependency);
        var notebooks = Directory.CreateDirectory(Path.Combine(_folder.Path, "notebooks")).FullName;
        await using var kernel = KernelClient.Start(notebooks);

        Assert.Equal("4", (await kernel.RunAsync("#r \"../lib/Outer.dll\"\nOuter.Four")).Text);
    }

    [Fact]
    public async Task ALocalAssemblyCanBeBuiltAgainWhileItIsInUseAndThenSaysSo()
    {
        TestAssembly.Build(_folder.Path, "Mine", "public static class Mine { public static int Value => 1; }");
        await using var kernel = KernelClient.Start(_folder.Path);
        Assert.Equal("1", (await kernel.RunAsync("#r \"Mine.dll\"\nMine.Value")).Text);
        Assert.Equal("1", (await kernel.RunAsync("#r \"Mine.dll\"\nMine.Value")).Text);

        TestAssembly.Build(_folder.Path, "Mine", "public static class Mine { public static int Value => 2; }");
        Assert.Contains("Mine.dll has changed since this notebook loaded it", (await kernel.RunAsync("#r \"Mine.dll\"\nMine.Value")).ErrorText, StringComparison.Ordinal);
        Assert.Equal("1", (await kernel.RunAsync("Mine.Value")).Text);
    }

    [Fact]
    public async Task TheKernelsOwnAssembliesAreTheOnesItHas()
    {
        foreach (var name in new[] { "MathNet.Numerics.dll", "Neurones.dll", "Neurones.Charts.dll" })
            File.Copy(Path.Combine(AppContext.BaseDirectory, name), Path.Combine(_folder.Path, name));
        await using var kernel = KernelClient.Start(_folder.Path);

        Assert.Contains("CS0246", (await kernel.RunAsync("using MathNet.Numerics.LinearAlgebra; Matrix<double> W = null;")).ErrorText, StringComparison.Ordinal);
        var run = await kernel.RunAsync("""
            #r "MathNet.Numerics.dll"
            #r "Neurones.dll"
            #r "Neurones.Charts.dll"
            using MathNet.Numerics.LinearAlgebra;
            using Neurones;
            using Neurones.Charts;
            var (X, y) = Datasets.MakeBlobs();
            typeof(Chart).Assembly.Location
            """);
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "Neurones.Charts.dll"), run.Text);
        Assert.Contains("application/vnd.plotly.v1+json", (await kernel.RunAsync("Chart.Scatter(X, y)")).Result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAssemblyForAnOlderFrameworkWorks()
    {
        // It says that Task is in System.Threading.Tasks.dll, which today only says where it went.
        File.Copy(typeof(Assert).Assembly.Location, Path.Combine(_folder.Path, "xunit.assert.dll"));
        await using var kernel = KernelClient.Start(_folder.Path);
        await kernel.RunAsync("Task<int> Ask() => throw new ArgumentException(\"asked\");");

        var run = await kernel.RunAsync("""
            #r "xunit.assert.dll"
            (await Xunit.Assert.ThrowsAsync<ArgumentException>(async () => await Ask())).Message
            """);
        Assert.Equal("asked", run.Text);
    }

    [Fact]
    public async Task WhatEarlierCellsUseIsTheSameAfterALaterReference()
    {
        await using var kernel = KernelClient.Start();
        await kernel.RunAsync("object Show() => display(1);");
        await kernel.RunAsync("#r \"nuget: Neurones.Charts\"");
        Assert.Single((await kernel.RunAsync("Show(); display(2, \"text/plain\"); 1")).Contents("execute_result"));
    }

    [Fact]
    public async Task WhatIsNotThereOrNotAnAssemblyIsAnErrorThatSaysWhere()
    {
        _folder.Write("text.dll", "no assembly");
        await using var kernel = KernelClient.Start(_folder.Path);
        var missing = (await kernel.RunAsync("1\n#r \"sub/missing.dll\"", "c1")).ErrorText;
        Assert.StartsWith("c1(2,1): error: sub/missing.dll isn't there (looked for " + Path.Combine(_folder.Path, "sub", "missing.dll"), missing, StringComparison.Ordinal);
        Assert.Contains("isn't a .NET assembly", (await kernel.RunAsync("#r \"text.dll\"")).ErrorText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("System.Net.Http")]
    [InlineData("System.Text.Json.dll")]
    public async Task FrameworkNamesAreAccepted(string name)
    {
        await using var kernel = KernelClient.Start();
        Assert.Equal("1", (await kernel.RunAsync($"#r \"{name}\"\n1")).Text);
    }
}
