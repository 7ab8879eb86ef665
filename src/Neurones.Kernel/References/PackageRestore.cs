using System.ComponentModel;
using System.Diagnostics;
using System.Security;

namespace Neurones.Kernel.References;

/// <summary>Fetches packages with `dotnet restore` of a project that is written for the purpose.</summary>
internal static class PackageRestore
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    /// <summary>Restores; a nuget.config in the folder, or above it, says from where.</summary>
    /// <exception cref="PackageRestoreException">NuGet's own message, or why it couldn't be asked.</exception>
    public static PackageAssets Run(IReadOnlyList<PackageRequest> packages, string folder, CancellationToken cancellation)
    {
        var work = Directory.CreateTempSubdirectory("neurones-packages-").FullName;
        try
        {
            var project = Path.Combine(work, "packages.csproj");
            File.WriteAllText(project, ProjectOf(packages, folder));
            Restore(project, cancellation);
            return PackageAssets.Read(Path.Combine(work, "obj", "project.assets.json"));
        }
        finally
        {
            Delete(work);
        }
    }

    private static void Delete(string work)
    {
        try
        {
            Directory.Delete(work, recursive: true);
        }
        catch (IOException)
        {
            // A restore that was stopped may still be writing; the system cleans its temporary folder.
        }
    }

    private static string ProjectOf(IReadOnlyList<PackageRequest> packages, string folder) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
            <RuntimeIdentifier>$(NETCoreSdkPortableRuntimeIdentifier)</RuntimeIdentifier>
            <SelfContained>false</SelfContained>
            <RestoreRootConfigDirectory>{SecurityElement.Escape(folder)}</RestoreRootConfigDirectory>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            {string.Join("\n    ", packages.Select(ItemOf))}
          </ItemGroup>
        </Project>
        """;

    private static string ItemOf(PackageRequest package) =>
        $"""<PackageReference Include="{package.Id}" Version="{(package.Version.Length == 0 ? "*" : package.Version)}" />""";

    private static void Restore(string project, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(Timeout);
        using var process = Start(project);
        using var kill = timeout.Token.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();

        cancellation.ThrowIfCancellationRequested();
        if (timeout.IsCancellationRequested)
            throw new PackageRestoreException($"It took longer than {Timeout.TotalMinutes} minutes.");
        if (process.ExitCode != 0)
            throw new PackageRestoreException(ErrorsIn(output));
    }

    private static Process Start(string project)
    {
        var start = new ProcessStartInfo(Dotnet(), ["restore", project, "--verbosity", "quiet"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(project),
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["DOTNET_NOLOGO"] = "1", ["MSBUILDDISABLENODEREUSE"] = "1" },
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new PackageRestoreException($"The command dotnet can't be started ({e.Message}): packages need the .NET SDK.");
        }
    }

    // The one that runs this kernel, even where another dotnet, or none, is on the PATH.
    private static string Dotnet() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    private static string ErrorsIn(string output)
    {
        var errors = output.Split('\n')
            .Select(line => line.IndexOf("error ", StringComparison.Ordinal) is >= 0 and var at ? line[at..].Trim() : "")
            .Where(line => line.Length > 0)
            .Distinct()
            .ToList();
        return errors.Count > 0 ? string.Join('\n', errors) : output.Trim();
    }
}

/// <summary>Packages couldn't be fetched.</summary>
internal sealed class PackageRestoreException(string message) : Exception(message);
