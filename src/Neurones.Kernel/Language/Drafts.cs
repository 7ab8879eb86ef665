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
    private readonly List<CSharpCompilation> _compiled = [];
    private (CSharpCompilation? Ran, IReadOnlyList<MetadataReference> All, string Directives) _basis;
    private IReadOnlyList<MetadataReference>? _visible;

    /// <summary>Understands a cell that stands below others.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="before">The sources above it that have not run, in their order.</param>
    public Draft Of(string code, IReadOnlyList<string> before)
    {
        var source = Parse(code);
        lock (_gate)
        {
            Place(before);
            List<CellSource> all = [.. _above.Select(cell => cell.Source), source];
            Refer(all.SelectMany(cell => cell.Directives).ToList());
            for (var i = _compiled.Count; i < _above.Count; i++)
                _compiled.Add(Compile(_above[i].Source.Tree));
            var compilation = Compile(source.Tree);
            return new Draft(compilation.GetSemanticModel(source.Tree), IsWhole: _visible is not null && !all.Exists(LoadsFiles));
        }
    }

    private static CellSource Parse(string code) => CellSource.Parse(code, "draft", ScriptSession.ParseOptions);

    private static bool LoadsFiles(CellSource source) => ((CompilationUnitSyntax)source.Tree.GetRoot()).GetLoadDirectives().Count > 0;

    private void Place(IReadOnlyList<string> before)
    {
        var same = 0;
        while (same < Math.Min(before.Count, _above.Count) && before[same] == _above[same].Code)
            same++;
        _above.RemoveRange(same, _above.Count - same);
        _compiled.RemoveRange(Math.Min(same, _compiled.Count), Math.Max(0, _compiled.Count - same));
        _above.AddRange(before.Skip(same).Select(code => (code, Parse(code))));
    }

    private void Refer(IReadOnlyList<Directive> directives)
    {
        var basis = (session.Latest, references.All, string.Join('\n', directives.Select(directive => directive.Reference)));
        if (basis == _basis)
            return;
        _basis = basis;
        _visible = references.Preview(directives);
        _compiled.Clear();
    }

    private CSharpCompilation Compile(SyntaxTree tree)
    {
        var name = $"Draft#{_compiled.Count}";
        var previous = _compiled.LastOrDefault() ?? _basis.Ran;
        return CSharpCompilation.CreateScriptCompilation(name, tree, _visible ?? _basis.All, ScriptSession.OptionsOf(name), previous, typeof(object));
    }
}
