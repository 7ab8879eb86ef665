using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Neurones.Kernel.References;

namespace Neurones.Kernel.Language;

/// <summary>The names that can stand by themselves: what is in scope, keywords, and what the brackets around the cursor allow.</summary>
internal static class ScopeNames
{
    public static IEnumerable<Candidate> Of(Draft draft, CursorPlace place, CancellationToken cancellation)
    {
        if (CursorSyntax.EndsExpression(place.Left) && !StandsOnNextLine(draft, place))
            return Keywords.Operators.Select(Candidate.Keyword);
        var keywords = Keywords.At(place.Left).Select(Candidate.Keyword);
        return [.. BracketNames.Of(draft, place, cancellation), .. InScope(draft, place), .. keywords];
    }

    private static bool StandsOnNextLine(Draft draft, CursorPlace place)
    {
        var lines = draft.Root.SyntaxTree.GetText().Lines;
        return lines.GetLineFromPosition(place.Left.Span.End).LineNumber < lines.GetLineFromPosition(place.Start).LineNumber;
    }

    private static IEnumerable<Candidate> InScope(Draft draft, CursorPlace place)
    {
        var typesOnly = place.Left.IsKind(SyntaxKind.NewKeyword);
        var namespacesOnly = place.Left.IsKind(SyntaxKind.UsingKeyword) && place.Left.Parent is UsingDirectiveSyntax;
        return draft.Model.LookupSymbols(place.Start)
            .Where(symbol => NameMatch.Of(symbol.Name, place.Word) != NameMatch.None
                && (!typesOnly || symbol is INamespaceOrTypeSymbol)
                && (!namespacesOnly || symbol is INamespaceSymbol)
                && !IsDeclaredLater(symbol, draft, place)
                && SymbolFilter.IsOffered(symbol))
            .Select(symbol => Candidate.Of(symbol, draft.Model, place.Start, NearnessOf(symbol)));
    }

    private static bool IsDeclaredLater(ISymbol symbol, Draft draft, CursorPlace place) =>
        symbol is ILocalSymbol or IRangeVariableSymbol or IFieldSymbol { ContainingType.IsScriptClass: true }
        && symbol.Locations.FirstOrDefault() is { } location && location.SourceTree == draft.Root.SyntaxTree && location.SourceSpan.Start >= place.Start;

    private static Nearness NearnessOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ITypeParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction } => Nearness.Local,
        INamespaceSymbol => Nearness.Namespace,
        { ContainingAssembly: ISourceAssemblySymbol } => Nearness.Cell,
        { ContainingType.SpecialType: SpecialType.System_Object } => Nearness.Object,
        { ContainingAssembly.Name: { } assembly } when TrustedAssemblies.PathOf(assembly) is { } path && TrustedAssemblies.IsFramework(path) => Nearness.Framework,
        _ => Nearness.Lesson,
    };
}
