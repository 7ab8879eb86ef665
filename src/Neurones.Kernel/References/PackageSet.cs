using Neurones.Kernel.Scripting;

namespace Neurones.Kernel.References;

/// <summary>Carries out <c>#r "nuget: Package, version"</c>.</summary>
internal sealed class PackageSet(ReferenceSet references, LoadedAssemblies loaded)
{
    private readonly Dictionary<string, PackageRequest> _restored = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="CellException">There is no such package, or it doesn't go together with what the kernel has.</exception>
    public void Add(Directive directive, string specification, CancellationToken cancellation)
    {
        var request = PackageRequest.Parse(specification)
            ?? throw CellException.InDirective(directive, $"#r \"nuget:{specification}\" names no package: write #r \"nuget: Package, version\".");
        if (KernelPackages.Find(request.Id) is { } own)
            AddOwn(directive, request, own);
        else if (!_restored.TryGetValue(request.Id, out var before))
            Restore(directive, request, cancellation);
        else if (request.Version.Length > 0 && request != before)
            throw CellException.InDirective(directive, $"{before} is in use already: restart the kernel to use {request}.");
    }

    private void AddOwn(Directive directive, PackageRequest request, KernelPackage own)
    {
        if (request.Major is { } major && major != own.Major)
        {
            throw CellException.InDirective(directive,
                $"{request} was asked for, but this kernel runs with its own {own.Id} {own.Version}, and one process can't hold both.");
        }

        if (request.Version.Length > 0 && request.Version != own.Version)
            Console.WriteLine($"{own.Id} {own.Version} is used, which this kernel has ({request.Version} was asked for).");
        foreach (var path in KernelPackages.AssembliesOf(own))
            references.Show(path);
    }

    private void Restore(Directive directive, PackageRequest request, CancellationToken cancellation)
    {
        PackageAssets assets;
        try
        {
            // Together with the packages before, so that they agree on what they share.
            assets = PackageRestore.Run([.. _restored.Values, request], references.Folder, cancellation);
        }
        catch (PackageRestoreException e)
        {
            throw CellException.InDirective(directive, $"{request} could not be restored: {e.Message}", "PackageNotRestored");
        }

        foreach (var path in assets.Compile.Concat(assets.Runtime))
            CheckGoesWithOwn(directive, request, path);
        foreach (var path in assets.Runtime)
            loaded.AddPackaged(path);
        foreach (var path in assets.Native)
            loaded.AddNative(path);
        references.ShowForwarders();
        foreach (var path in assets.Compile)
            references.Show(TrustedAssemblies.PathOf(Path.GetFileNameWithoutExtension(path)) ?? path);
        _restored[request.Id] = request;
    }

    private static void CheckGoesWithOwn(Directive directive, PackageRequest request, string path)
    {
        if (TrustedAssemblies.PathOf(Path.GetFileNameWithoutExtension(path)) is not { } own)
            return;
        var (needed, has) = (TrustedAssemblies.VersionOf(path), TrustedAssemblies.VersionOf(own));
        if (needed > has)
        {
            throw CellException.InDirective(directive,
                $"{request} needs {Path.GetFileNameWithoutExtension(path)} {needed}, but this kernel runs with {has}: ask for an older version of {request.Id}.");
        }
    }
}
