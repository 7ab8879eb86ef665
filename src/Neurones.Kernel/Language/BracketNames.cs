using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Neurones.Kernel.Language;

/// <summary>The names that the brackets around the cursor allow: members in an object initialiser, names of arguments in a call.</summary>
internal static class BracketNames
{
    public static IEnumerable<Candidate> Of(Draft draft, CursorPlace place, CancellationToken cancellation) =>
        place.Left.Kind() is not (SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.CommaToken) ? []
        : place.Left.Parent is InitializerExpressionSyntax initialiser ? Members(draft, initialiser, place, cancellation)
        : CallAtCursor.Around(draft, place.Start) is { } call ? Arguments(draft, call, place, cancellation)
        : [];

    private static IEnumerable<Candidate> Members(Draft draft, InitializerExpressionSyntax initialiser, CursorPlace place, CancellationToken cancellation)
    {
        if (initialiser.Kind() is not (SyntaxKind.ObjectInitializerExpression or SyntaxKind.CollectionInitializerExpression or SyntaxKind.WithInitializerExpression))
            return [];
        var owner = initialiser.Parent is WithExpressionSyntax with ? with.Expression : initialiser.Parent as ExpressionSyntax;
        if (owner is null || draft.Model.GetTypeInfo(owner, cancellation).Type is not { } type)
            return [];
        var given = initialiser.Expressions.OfType<AssignmentExpressionSyntax>().Select(assignment => assignment.Left.ToString()).ToHashSet();
        return draft.Model.LookupSymbols(place.Start, type)
            .Where(symbol => symbol is { IsStatic: false } and (IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public, IsIndexer: false } or IFieldSymbol { IsReadOnly: false })
                && !given.Contains(symbol.Name) && SymbolFilter.IsOffered(symbol))
            .Select(symbol => Candidate.Of(symbol, draft.Model, place.Start, Nearness.Initialiser));
    }

    private static IEnumerable<Candidate> Arguments(Draft draft, CallAtCursor call, CursorPlace place, CancellationToken cancellation) =>
        call.Overloads(draft.Model, cancellation)
            .SelectMany(method => method.Parameters)
            .Where(parameter => parameter.Name.Length > 0)
            .DistinctBy(parameter => parameter.Name)
            .Select(parameter => new Candidate(parameter.Name + ":", "parameter", Nearness.Argument, () => Signatures.Of(parameter, draft.Model, place.Start)));
}
