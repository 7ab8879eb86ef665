using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Neurones.Benchmarks;

/// <summary><c>kernels</c>: BenchmarkDotNet on what the workloads are made of.</summary>
internal static class KernelsCommand
{
    public static Command Create()
    {
        var filter = new Option<string>("--filter") { Description = "Only benchmarks of such a name.", HelpName = "PATTERN", DefaultValueFactory = _ => "*" };
        var command = new Command("kernels", "Measure the kernels inside with BenchmarkDotNet: products, functions of vectors, one iteration of each model.") { filter };
        command.SetAction(parsed =>
        {
            // In this process: the generated project of a process of its own would not find the repository's settings.
            var config = DefaultConfig.Instance
                .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
                .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "kernels"));
            BenchmarkSwitcher.FromAssembly(typeof(KernelsCommand).Assembly).Run(["--filter", parsed.GetValue(filter)!], config);
        });
        return command;
    }
}
