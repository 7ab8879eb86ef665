using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Neurones.Kernel.References;
using Neurones.Kernel.Scripting;

namespace Neurones.Kernel.Language;

/// <summary>Compiles half-typed cells on top of what has run, and of the cells above that haven't. The session itself stays as it is.</summary>
internal sealed class Drafts(ScriptSession session, ReferenceSet references)
{
    private readonly Lock _gate = new();

    // Kept, since the next question most likely builds on them again.
    private readonly List<(string Code, CellSource Source)> _above = [];
    private readonly List<Layer> _layers = [];
    private (CSharpCompilation? Ran, IReadOnlyList<MetadataReference> All, string Directives) _basis;
    private IReadOnlyList<MetadataReference>? _visible;
    private CSharpCompilation? _blank;
    private int _compiled;

    /// <summary>Understands a cell that stands below others.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="before">The sources above it that have not run, in their order.</param>
    public Draft Of(string code, IReadOnlyList<string> before)
    {
        var source = Parse(code);
        lock (_gate)
        {
            Place(before);
            Refer([.. _above.SelectMany(cell => cell.Source.Directives), .. source.Directives]);
            while (_layers.Count < _above.Count)
                _layers.Add(LayerOf(_above[_layers.Count].Source));
            var (top, isWhole) = Top();
            _blank ??= Compile(Parse("").Tree, top);
            var compilation = _blank.ReplaceSyntaxTree(_blank.SyntaxTrees[0], source.Tree);
            return new Draft(compilation.GetSemanticModel(source.Tree), isWhole && !LoadsFiles(source));
        }
    }

    private static CellSource Parse(string code) => CellSource.Parse(code, "draft", ScriptSession.ParseOptions);

    private static bool LoadsFiles(CellSource source) => ((CompilationUnitSyntax)source.Tree.GetRoot()).GetLoadDirectives().Count > 0;

    private void Place(IReadOnlyList<string> before)
    {
        var same = before.Zip(_above).TakeWhile(pair => pair.First == pair.Second.Code).Count();
        if (same == before.Count && same == _above.Count)
            return;
        _above.RemoveRange(same, _above.Count - same);
        _layers.RemoveRange(Math.Min(same, _layers.Count), Math.Max(0, _layers.Count - same));
        _above.AddRange(before.Skip(same).Select(code => (code, Parse(code))));
        _blank = null;
    }

    private void Refer(IReadOnlyList<Directive> directives)
    {
        var basis = (session.Latest, references.All, string.Join('\n', directives.Select(directive => directive.Reference)));
        if (basis == _basis)
            return;
        _basis = basis;
        _visible = references.Preview(directives);
        _layers.Clear();
        _blank = null;
    }

    private (CSharpCompilation? Compilation, bool IsWhole) Top() =>
        _layers.Count > 0 ? (_layers[^1].Top, _layers[^1].IsWhole) : (_basis.Ran, _visible is not null);

    private Layer LayerOf(CellSource source)
    {
        var (top, isWhole) = Top();
        var next = Compile(source.Tree, top);
        // The compiler builds on nothing that has errors.
        var isSound = !next.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new(isSound ? next : top, isWhole && isSound && !LoadsFiles(source));
    }

    private CSharpCompilation Compile(SyntaxTree tree, CSharpCompilation? top) =>
        ScriptSession.CreateCompilation($"Draft#{_compiled++}", tree, _visible ?? _basis.All, top);
}

/// <summary>What a cell can build on, and whether nothing is missing there.</summary>
internal sealed record Layer(CSharpCompilation? Top, bool IsWhole);
