using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Lessons.Tests;

/// <summary>Decimal commas are for prose: on a French machine the command `neurones run` gives the same numbers and figures.</summary>
public class FrenchTests
{
    private const string Lesson = "en/05-programming-a-neuron";

    [Fact]
    public async Task Outputs_do_not_depend_on_the_machines_language()
    {
        var folder = Directory.CreateTempSubdirectory("neurones-");
        try
        {
            var source = LessonFile.Named(Lesson).File;
            await RunInFrenchAsync(source, folder.FullName);

            var french = LessonFile.At(Path.Combine(folder.FullName, Path.GetFileName(source)));
            var usual = (await ExecutedLesson.OfAsync(Lesson)).Lesson;
            Assert.All(usual.CodeCells, cell =>
                Assert.Equal(new JsonArray([.. cell.Outputs.Select(output => output.DeepClone())]).ToJsonString(),
                    new JsonArray([.. french.Cell(cell.Id).Outputs.Select(output => output.DeepClone())]).ToJsonString()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunInFrenchAsync(string notebook, string output)
    {
        var command = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "neurones.dll"), "run", notebook, "--output", output },
            Environment = { ["LC_ALL"] = "fr_FR.UTF-8", ["LANG"] = "fr_FR.UTF-8" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(command)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, string.Concat(said));
    }
}
