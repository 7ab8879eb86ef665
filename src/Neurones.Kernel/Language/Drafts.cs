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
    private (CSharpCompilation? Ran, IReadOnlyList<MetadataReference> All, string Directives) _basis;
    private IReadOnlyList<MetadataReference>? _visible;
    private CSharpCompilation? _blank;
    private bool _isWhole;
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
            _blank ??= StackUp();
            var compilation = _blank.ReplaceSyntaxTree(_blank.SyntaxTrees[0], source.Tree);
            return new Draft(compilation.GetSemanticModel(source.Tree), _isWhole && !LoadsFiles(source));
        }
    }

    private static CellSource Parse(string code) => CellSource.Parse(code, "draft", ScriptSession.ParseOptions);

    private static bool LoadsFiles(CellSource source) => ((CompilationUnitSyntax)source.Tree.GetRoot()).GetLoadDirectives().Count > 0;

    private void Place(IReadOnlyList<string> before)
    {
        if (before.SequenceEqual(_above.Select(cell => cell.Code)))
            return;
        var known = _above.ToDictionary(cell => cell.Code, cell => cell.Source);
        _above.Clear();
        _above.AddRange(before.Distinct().Select(code => (code, known.GetValueOrDefault(code) ?? Parse(code))));
        _blank = null;
    }

    private void Refer(IReadOnlyList<Directive> directives)
    {
        var basis = (session.Latest, references.All, string.Join('\n', directives.Select(directive => directive.Reference)));
        if (basis == _basis)
            return;
        _basis = basis;
        _visible = references.Preview(directives);
        _blank = null;
    }

    /// <summary>An empty cell on top of those above it.</summary>
    private CSharpCompilation StackUp()
    {
        _isWhole = _visible is not null;
        var top = _basis.Ran;
        foreach (var (_, source) in _above)
        {
            var next = Compile(source.Tree, top);
            // The compiler builds on nothing that has errors.
            var isSound = !next.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            top = isSound ? next : top;
            _isWhole &= isSound && !LoadsFiles(source);
        }

        return Compile(Parse("").Tree, top);
    }

    private CSharpCompilation Compile(SyntaxTree tree, CSharpCompilation? top)
    {
        var name = $"Draft#{Interlocked.Increment(ref _compiled)}";
        return CSharpCompilation.CreateScriptCompilation(name, tree, _visible ?? _basis.All, ScriptSession.OptionsOf(name), top, typeof(object));
    }
}
