using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Neurones.Kernel.Language;

/// <summary>A cell as it is being typed, understood in the place where it would run.</summary>
/// <param name="Model">What its names mean.</param>
/// <param name="IsWhole">False where something that it, or a cell above, refers to isn't loaded: then names may be missing.</param>
internal sealed record Draft(SemanticModel Model, bool IsWhole)
{
    public CompilationUnitSyntax Root { get; } = (CompilationUnitSyntax)Model.SyntaxTree.GetRoot();

    public CSharpCompilation Compilation => (CSharpCompilation)Model.Compilation;

    /// <summary>The last token that ends at or before a position.</summary>
    public SyntaxToken TokenBefore(int position)
    {
        if (position == 0)
            return default;
        var token = Root.FindToken(Math.Min(position, Root.FullSpan.End));
        while (!token.IsKind(SyntaxKind.None) && (token.Span.End > position || token.Span.IsEmpty))
            token = token.GetPreviousToken();
        return token;
    }
}
