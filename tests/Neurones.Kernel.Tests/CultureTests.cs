using System.Text.Json;

namespace Neurones.Kernel.Tests;

/// <summary>Under French settings numbers keep their points, everywhere.</summary>
public sealed class CultureTests
{
    [Fact]
    public async Task NumbersHavePointsInWhatIsPrintedShownAndDrawn()
    {
        await using var kernel = KernelClient.Start(environment: [("LANG", "fr_FR.UTF-8"), ("LC_ALL", "fr_FR.UTF-8")]);
        var run = await kernel.RunAsync("""Console.WriteLine($"{1.5:N1} " + 2.5); await Task.Run(() => Console.WriteLine(3.5)); new Dictionary<string, double> { ["a"] = 4.5 }""");
        Assert.Equal("1.5 2.5\n3.5\n", run.Printed);
        Assert.Equal("{ \"a\": 4.5 }", run.Text);
        Assert.Contains("4.5", run.Html, StringComparison.Ordinal);

        var figure = await kernel.RunAsync("#r \"nuget: Neurones.Charts\"\nNeurones.Charts.Chart.Curve([0.5, 1.5])");
        Assert.Equal(JsonValueKind.Object, figure.Result.GetProperty("application/vnd.plotly.v1+json").ValueKind);
        Assert.Contains("1.5", figure.Result.GetProperty("application/vnd.plotly.v1+json").ToString(), StringComparison.Ordinal);
    }
}
