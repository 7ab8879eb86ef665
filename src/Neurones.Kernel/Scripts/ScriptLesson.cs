using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Neurones.Kernel.References;
using Neurones.Kernel.Scripting;

namespace Neurones.Kernel.Scripts;

/// <summary>The cells one after the other, compiled as they are in a notebook, so that the type of every variable is known.</summary>
internal sealed class ScriptLesson(ReferenceSet references)
{
    private const string PackageNotRestored = "PackageNotRestored";

    private CSharpCompilation? _previous;

    /// <summary>What the cells' using directives say, each once.</summary>
    public List<string> Usings { get; } = [];

    /// <summary>What their `#r` lines name, each once.</summary>
    public List<string> References { get; } = [];

    /// <exception cref="ScriptException">The cell doesn't compile, although neither its error nor its gaps are a part of the lesson.</exception>
    public CellPart Add(LessonCell cell)
    {
        if (cell.IsSkipped)
            return CellPart.NotRun("The notebook doesn't run this cell either.");

        try
        {
            var source = CellSource.Parse(cell.Source, cell.Name, ScriptSession.ParseOptions);
            references.Apply(source.Directives, CancellationToken.None);
            var compilation = ScriptSession.CreateCompilation(cell.ClassName, source.Tree, references.All, _previous, references.Files);
            ScriptSession.ThrowIfErrors(compilation.GetDiagnostics());
            _previous = compilation;
            Collect(source);
            return new CellRewriter(compilation.GetSemanticModel(source.Tree)).Rewrite((CompilationUnitSyntax)source.Tree.GetRoot());
        }
        catch (CellException e) when (cell.Tags.Contains("exercise") || cell.Tags.Contains("raises-exception"))
        {
            return CellPart.NotRun(cell.Tags.Contains("exercise") ? "An exercise that doesn't compile before it is done." : $"The lesson shows that this doesn't compile: {e.Message}");
        }
        catch (CellException e) when (e.Name == PackageNotRestored && cell.Tags.Contains("optional-packages"))
        {
            throw new ScriptException(e.Message, isSkipped: true);
        }
        catch (CellException e)
        {
            throw new ScriptException($"{cell.Name} doesn't compile, so there is no program: {e.Message}");
        }
    }

    private void Collect(CellSource source)
    {
        var usings = ((CompilationUnitSyntax)source.Tree.GetRoot()).Usings.Select(line => line.NormalizeWhitespace().ToString());
        Usings.AddRange(usings.Except(Usings));
        References.AddRange(source.Directives.Select(directive => directive.Reference).OfType<string>().Except(References));
    }
}
