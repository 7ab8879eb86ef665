using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Neurones.Kernel.Language;

/// <summary>Answers an inspect_request: what the name at the cursor is; in the arguments of a call, what can be given there.</summary>
internal static class Inspection
{
    public static object Of(Drafts drafts, LanguageQuery query, CancellationToken cancellation)
    {
        var draft = drafts.Of(query.Code, query.Before);
        var help = SignatureHelp.Of(draft, query.Cursor, cancellation);
        if (SymbolAt(draft, query.Cursor, cancellation) is { } symbol)
        {
            var signature = Signatures.Of(symbol.Chosen, draft.Model, Math.Min(query.Cursor, draft.Root.FullSpan.End));
            return InspectionReply.Of(signature, symbol.Others, Documentation.Of(symbol.Chosen, draft.Compilation), help);
        }

        return help is null ? InspectionReply.NotFound : InspectionReply.Of(help);
    }

    private static (ISymbol Chosen, int Others)? SymbolAt(Draft draft, int cursor, CancellationToken cancellation)
    {
        var token = draft.Root.FindToken(Math.Min(cursor, draft.Root.FullSpan.End));
        if (!IsName(token) || token.SpanStart > cursor)
            token = draft.TokenBefore(cursor);
        if (!IsName(token) || cursor > token.Span.End || token.Parent is not { } node)
            return null;

        if (draft.Model.GetDeclaredSymbol(node, cancellation) is { } declared && !node.IsKind(SyntaxKind.CompilationUnit))
            return (declared, 0);
        var info = draft.Model.GetSymbolInfo(node, cancellation);
        var chosen = info.Symbol ?? info.CandidateSymbols.OrderBy(symbol => (symbol as IMethodSymbol)?.Parameters.Length).FirstOrDefault();
        return chosen is null or IErrorTypeSymbol ? null : (chosen, node is ExpressionSyntax ? Overloads(draft, node, cancellation) - 1 : 0);
    }

    private static int Overloads(Draft draft, SyntaxNode node, CancellationToken cancellation) =>
        Math.Max(1, draft.Model.GetMemberGroup(node, cancellation).Count(symbol => symbol is IMethodSymbol && SymbolFilter.IsOffered(symbol)));

    private static bool IsName(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) || (token.Parent is PredefinedTypeSyntax or ThisExpressionSyntax or BaseExpressionSyntax && token.Span.Length > 0);
}
