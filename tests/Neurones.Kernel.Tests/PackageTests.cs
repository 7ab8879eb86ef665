namespace Neurones.Kernel.Tests;

/// <summary><c>#r "nuget: ..."</c>, without a network.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("MathNet.Numerics, 5.0.0", "")]
    [InlineData("mathnet.numerics", "")]
    [InlineData("MathNet.Numerics,5.*", "MathNet.Numerics 5.0.0 is used, which this kernel has (5.* was asked for).\n")]
    public async Task APackageOfTheKernelResolvesWithoutARestore(string package, string said)
    {
        // A restore would find no package: from nowhere, into an empty folder.
        File.WriteAllText(Path.Combine(_folder.Path, "nuget.config"), "<configuration><packageSources><clear /></packageSources></configuration>");
        await using var kernel = KernelClient.Start(_folder.Path);
        await kernel.RunAsync("Environment.SetEnvironmentVariable(\"NUGET_PACKAGES\", System.IO.Path.GetFullPath(\"packages\"));");
        var run = await kernel.RunAsync($"#r \"nuget: {package}\"\nMathNet.Numerics.Constants.Pi > 3");
        Assert.Equal("true", run.Text);
        Assert.Equal(said, run.Printed);
        Assert.Contains("could not be restored", (await kernel.RunAsync("#r \"nuget: Humanizer, 2.14.1\"")).ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherMajorVersionThanTheKernelsIsAnError()
    {
        await using var kernel = KernelClient.Start();
        Assert.Equal(
            "c1(1,1): error: MathNet.Numerics 4.15.0 was asked for, but this kernel runs with its own MathNet.Numerics 5.0.0, and one process can't hold both.",
            (await kernel.RunAsync("#r \"nuget: MathNet.Numerics, 4.15.0\"", "c1")).ErrorText);
    }

    [Fact]
    public async Task AnotherPackageIsRestoredFromWhereTheNotebookSays()
    {
        var assembly = TestAssembly.Build(Path.Combine(_folder.Path, "build"), "Toy", "namespace Toy; public static class Box { public static int Size => 12; }");
        TestAssembly.BuildPackage(_folder.Path, "Toy.Package", "1.2.0", assembly);
        var notebooks = Directory.CreateDirectory(Path.Combine(_folder.Path, "notebooks")).FullName;
        await using var kernel = KernelClient.Start(notebooks);

        Assert.Equal("12", (await kernel.RunAsync("#r \"nuget: Toy.Package, 1.2.0\"\nusing Toy;\nBox.Size")).Text);
        Assert.Equal("12", (await kernel.RunAsync("#r \"nuget: Toy.Package\"\nBox.Size")).Text);
        Assert.Contains("Toy.Package 1.2.0 is in use already", (await kernel.RunAsync("#r \"nuget: Toy.Package, 1.3.0\"")).ErrorText, StringComparison.Ordinal);

        var missing = (await kernel.RunAsync("#r \"nuget: Toy.Missing, 1.0.0\"", "c9")).ErrorText;
        Assert.StartsWith("c9(1,1): error: Toy.Missing 1.0.0 could not be restored: error NU1101: Unable to find package Toy.Missing", missing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReferenceToNoPackageIsAnError()
    {
        await using var kernel = KernelClient.Start();
        Assert.Contains("names no package", (await kernel.RunAsync("#r \"nuget: <oops/>, 1.0\"")).ErrorText, StringComparison.Ordinal);
    }
}
