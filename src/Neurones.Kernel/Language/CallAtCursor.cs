using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Neurones.Kernel.Language;

/// <summary>The call whose arguments the cursor is among.</summary>
internal sealed record CallAtCursor(BaseArgumentListSyntax Arguments, int Position)
{
    /// <summary>The innermost call around a position; null where there is none, or where it is in the body of a lambda.</summary>
    public static CallAtCursor? Around(Draft draft, int position)
    {
        for (var node = draft.TokenBefore(position).Parent; node is not null and not StatementSyntax; node = node.Parent)
        {
            if (node is ArgumentListSyntax { Parent: not null } list && list.OpenParenToken.Span.End <= position
                && (list.CloseParenToken.IsMissing || position <= list.CloseParenToken.SpanStart))
            {
                return new CallAtCursor(list, position);
            }
        }

        return null;
    }

    /// <summary>What the call may mean, those with the fewest parameters first.</summary>
    public IReadOnlyList<IMethodSymbol> Overloads(SemanticModel model, CancellationToken cancellation)
    {
        var methods = Arguments.Parent switch
        {
            InvocationExpressionSyntax invocation => Invoked(model, invocation, cancellation),
            BaseObjectCreationExpressionSyntax creation => Constructors(model, model.GetTypeInfo(creation, cancellation).Type),
            ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax => model.GetSymbolInfo(Arguments.Parent, cancellation).Symbol is IMethodSymbol chosen
                ? Constructors(model, chosen.ContainingType)
                : [],
            _ => [],
        };
        return [.. methods.Where(method => method.MethodKind == MethodKind.Constructor || SymbolFilter.IsOffered(method)).OrderBy(method => method.Parameters.Length)];
    }

    /// <summary>The overload that the arguments typed so far choose; else the first that has room for them.</summary>
    public int Active(SemanticModel model, IReadOnlyList<IMethodSymbol> overloads, CancellationToken cancellation)
    {
        var chosen = model.GetSymbolInfo(Arguments.Parent!, cancellation).Symbol as IMethodSymbol;
        for (var i = 0; i < overloads.Count && chosen is not null; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(Plain(overloads[i]), Plain(chosen)))
                return i;
        }

        var needed = Arguments.Arguments.GetSeparators().Any() ? Arguments.Arguments.Count : Math.Sign(Arguments.Arguments.Sum(argument => argument.Span.Length));
        var roomy = overloads.ToList().FindIndex(method => method.Parameters.Length >= needed || method.Parameters is [.., { IsParams: true }]);
        return Math.Max(0, roomy);
    }

    /// <summary>The parameter that the cursor is at; -1 where the method takes no more.</summary>
    public int Parameter(IMethodSymbol method)
    {
        var index = Arguments.Arguments.GetSeparators().Count(comma => comma.Span.End <= Position);
        if (index < Arguments.Arguments.Count && Arguments.Arguments[index].NameColon is { } name)
            return method.Parameters.IndexOf(method.Parameters.FirstOrDefault(parameter => parameter.Name == name.Name.Identifier.ValueText)!);
        return index < method.Parameters.Length ? index : method.Parameters is [.., { IsParams: true }] ? method.Parameters.Length - 1 : -1;
    }

    private static IEnumerable<IMethodSymbol> Invoked(SemanticModel model, InvocationExpressionSyntax invocation, CancellationToken cancellation)
    {
        var group = model.GetMemberGroup(invocation.Expression, cancellation).OfType<IMethodSymbol>().ToList();
        if (group.Count > 0)
            return group;
        return model.GetTypeInfo(invocation.Expression, cancellation).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? [invoke]
            : model.GetSymbolInfo(invocation, cancellation) is { } info ? info.CandidateSymbols.Append(info.Symbol).OfType<IMethodSymbol>()
            : [];
    }

    private IEnumerable<IMethodSymbol> Constructors(SemanticModel model, ITypeSymbol? type) =>
        (type as INamedTypeSymbol)?.InstanceConstructors.Where(constructor => model.IsAccessible(Position, constructor)) ?? [];

    private static IMethodSymbol Plain(IMethodSymbol method) => (method.ReducedFrom ?? method).OriginalDefinition;
}
