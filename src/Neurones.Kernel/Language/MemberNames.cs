using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Neurones.Kernel.Language;

/// <summary>The names that can follow a dot.</summary>
internal static class MemberNames
{
    public static IEnumerable<Candidate> Of(Draft draft, ExpressionSyntax receiver, CursorPlace place, CancellationToken cancellation)
    {
        if (receiver is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } && place.Word.Length == 0)
            return []; // A decimal point, most likely.
        var model = draft.Model;
        var position = place.Start;
        return Meaning(model, receiver, position, cancellation) switch
        {
            (INamespaceOrTypeSymbol { IsNamespace: true } container, _) => Candidates(model.LookupNamespacesAndTypes(position, container), null),
            (ITypeSymbol type, _) => Candidates(model.LookupStaticMembers(position, type), type),
            (_, { TypeKind: not TypeKind.Error } type) => Candidates(InstanceMembers(model, position, WithoutNullable(place, type)), type),
            _ => [],
        };

        IEnumerable<Candidate> Candidates(IEnumerable<ISymbol> symbols, ITypeSymbol? type) => symbols
            .Where(symbol => NameMatch.Of(symbol.Name, place.Word) != NameMatch.None && SymbolFilter.IsOffered(symbol))
            .Select(symbol => Candidate.Of(symbol, model, position, NearnessOf(symbol, type)));
    }

    private static (ISymbol? Symbol, ITypeSymbol? Type) Meaning(SemanticModel model, ExpressionSyntax receiver, int position, CancellationToken cancellation)
    {
        var info = model.GetSymbolInfo(receiver, cancellation);
        var type = model.GetTypeInfo(receiver, cancellation).Type;
        if (info.Symbol is null && receiver is NameSyntax && receiver.Parent is QualifiedNameSyntax)
        {
            // Half a statement may look like a declaration with a type of this name.
            var expression = SyntaxFactory.ParseExpression(receiver.ToString());
            info = model.GetSpeculativeSymbolInfo(position, expression, SpeculativeBindingOption.BindAsExpression);
            type = model.GetSpeculativeTypeInfo(position, expression, SpeculativeBindingOption.BindAsExpression).Type;
        }

        var symbol = info.Symbol is IAliasSymbol alias ? alias.Target : info.Symbol;
        if (symbol is null && type is null or IErrorTypeSymbol)
            type = info.CandidateSymbols.OfType<IMethodSymbol>().FirstOrDefault() is { } method && receiver is InvocationExpressionSyntax ? method.ReturnType : type;
        return (symbol, type);
    }

    private static ITypeSymbol WithoutNullable(CursorPlace place, ITypeSymbol type) =>
        place.Left.Parent is MemberBindingExpressionSyntax && type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    private static IEnumerable<ISymbol> InstanceMembers(SemanticModel model, int position, ITypeSymbol type) => model
        .LookupSymbols(position, type, includeReducedExtensionMethods: true)
        .Where(symbol => !symbol.IsStatic && symbol is not ITypeSymbol);

    private static Nearness NearnessOf(ISymbol symbol, ITypeSymbol? type) => symbol switch
    {
        { ContainingType.SpecialType: SpecialType.System_Object } when type?.SpecialType != SpecialType.System_Object => Nearness.Object,
        IMethodSymbol { OverriddenMethod: not null, Name: "Equals" or "GetHashCode" or "ToString" } => Nearness.Object,
        IMethodSymbol { MethodKind: MethodKind.ReducedExtension } => Nearness.Extension,
        _ => Nearness.Member,
    };
}
