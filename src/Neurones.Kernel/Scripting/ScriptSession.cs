using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Neurones.Kernel.References;

namespace Neurones.Kernel.Scripting;

/// <summary>The cells that have run so far, as a chain of Roslyn script submissions: each sees what the earlier ones declared.</summary>
/// <remarks>
/// Compiled here and not by CSharpScript, which forgets a cell that didn't end: ours stays in the chain when it is stopped.
/// </remarks>
internal sealed class ScriptSession(ReferenceSet references)
{
    private const int MaxErrorsShown = 20;

    /// <summary>What every cell may leave out.</summary>
    public static readonly string[] Usings =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        typeof(Notebook).FullName!,
    ];

    // An assembly's name is taken for ever once it is loaded, also if its cell never started.
    private static int _compiled;

    private volatile CSharpCompilation? _previous;
    private object?[] _submissions = new object?[64];
    private int _count;

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    /// <summary>The cell that started last, as the next one sees it; null before the first.</summary>
    public CSharpCompilation? Latest => _previous;

    /// <summary>Compiles a cell; to start what it returns makes the cell part of the chain.</summary>
    /// <exception cref="CellException">The cell doesn't compile; the chain stays as it was.</exception>
    public CompiledCell Compile(CellSource source, CancellationToken cancellation)
    {
        var withChecks = LoopChecks.Insert(source.Tree);
        if (withChecks != source.Tree)
        {
            try
            {
                return CompileTree(withChecks, cancellation);
            }
            catch (CellException)
            {
                // The errors are told from the cell as it was written.
            }
        }

        return CompileTree(source.Tree, cancellation);
    }

    private CompiledCell CompileTree(SyntaxTree tree, CancellationToken cancellation)
    {
        var name = $"Submission#{Interlocked.Increment(ref _compiled)}";
        var compilation = CreateCompilation(name, tree, references.All, _previous, references.Files);
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellation);

        // Emitting a submission without members loses its usings for the later ones. A second tree is what the cell has loaded by #load.
        var start = root.Members.Count == 0 && compilation.SyntaxTrees.Length == 1 ? Check(compilation, cancellation) : Emit(compilation, cancellation);
        return new CompiledCell(() => Start(compilation, start), () => EndsWithValue(compilation, root));
    }

    /// <summary>A cell as the class of that name, which sees what <paramref name="previous"/> and those before it declared.</summary>
    /// <param name="name">The name of the class.</param>
    /// <param name="tree">The cell.</param>
    /// <param name="references">All that it may use.</param>
    /// <param name="previous">The cell before it.</param>
    /// <param name="files">Finds what the cell loads by #load; null: nothing.</param>
    public static CSharpCompilation CreateCompilation(
        string name, SyntaxTree tree, IReadOnlyList<MetadataReference> references, CSharpCompilation? previous, SourceReferenceResolver? files = null)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: name,
            usings: Usings,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            concurrentBuild: false,
            sourceReferenceResolver: files);

        // A submission has the references of the ones before it: to name them again would make each cell slower than the last.
        var inherited = Chain(previous).SelectMany(submission => submission.ExternalReferences).ToHashSet();
        return CSharpCompilation.CreateScriptCompilation(name, tree, references.Where(reference => !inherited.Contains(reference)), options, previous, typeof(object));
    }

    private static IEnumerable<CSharpCompilation> Chain(CSharpCompilation? last)
    {
        for (var submission = last; submission is not null; submission = submission.ScriptCompilationInfo?.PreviousScriptCompilation)
            yield return submission;
    }

    private Task<object?> Start(CSharpCompilation compilation, Func<object?[], Task<object?>> start)
    {
        _previous = compilation;
        _count++;
        if (_count >= _submissions.Length)
            Array.Resize(ref _submissions, 2 * _submissions.Length);
        return start(_submissions);
    }

    private static Func<object?[], Task<object?>> Check(CSharpCompilation compilation, CancellationToken cancellation)
    {
        ThrowIfErrors(compilation.GetDiagnostics(cancellation));
        return _ => Task.FromResult<object?>(null);
    }

    private static Func<object?[], Task<object?>> Emit(CSharpCompilation compilation, CancellationToken cancellation)
    {
        using var assemblyStream = new MemoryStream();
        using var symbolStream = new MemoryStream();
        var options = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb);
        var emitted = compilation.Emit(assemblyStream, symbolStream, options: options, cancellationToken: cancellation);
        ThrowIfErrors(emitted.Diagnostics);

        assemblyStream.Position = symbolStream.Position = 0;
        var assembly = AssemblyLoadContext.Default.LoadFromStream(assemblyStream, symbolStream);
        var entry = compilation.GetEntryPoint(cancellation)!;
        return assembly.GetType(entry.ContainingType.MetadataName)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
    }

    /// <exception cref="CellException">There are errors.</exception>
    public static void ThrowIfErrors(IEnumerable<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(error => error.Location.SourceSpan.Start)
            .Select(Describe)
            .ToList();
        if (errors.Count > MaxErrorsShown)
            errors = [.. errors.Take(MaxErrorsShown), $"... and {errors.Count - MaxErrorsShown} more errors"];
        if (errors.Count > 0)
            throw new CellException("CompilationError", errors);
    }

    private static string Describe(Diagnostic error)
    {
        var place = error.Location.GetLineSpan();
        var position = place.StartLinePosition;
        var message = error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        return place.IsValid
            ? $"{place.Path}({position.Line + 1},{position.Character + 1}): error {error.Id}: {message}"
            : $"error {error.Id}: {message}";
    }

    /// <summary>Whether the last statement is an expression without semicolon, and so a null value is a value.</summary>
    private static bool EndsWithValue(CSharpCompilation compilation, CompilationUnitSyntax root) =>
        root.Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }
        && compilation.GetSemanticModel(root.SyntaxTree).GetTypeInfo(last.Expression).Type is not { SpecialType: SpecialType.System_Void };
}
