using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Neurones.Kernel.Language;

/// <summary>The word that the cursor ends, which may be empty, and the token before it.</summary>
internal sealed record CursorPlace(int Start, string Word, SyntaxToken Left)
{
    /// <summary>The place; null where no name of code can stand: in text, comments, directives and numbers.</summary>
    public static CursorPlace? Of(SyntaxNode root, string code, int cursor)
    {
        var start = cursor;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]))
            start--;
        if ((start < cursor && char.IsDigit(code[start])) || IsInDirective(code, start) || IsInTrivia(root, code, start) || IsInText(root, start))
            return null;
        var left = root.FindToken(start);
        while (!left.IsKind(SyntaxKind.None) && (left.SpanStart >= start || left.Span.IsEmpty))
            left = left.GetPreviousToken();
        return new(start, code[start..cursor], left);
    }

    /// <summary>The code with the statement at the cursor ended there, if the next line begins another that would be taken for its rest.</summary>
    public static string EndStatement(SyntaxNode root, string code, int cursor)
    {
        var next = root.FindToken(cursor);
        if (next.SpanStart < cursor)
            next = next.GetNextToken();
        var startsWithWord = next.SpanStart < code.Length && SyntaxFacts.IsIdentifierStartCharacter(code[next.SpanStart]);
        return startsWithWord && next.SpanStart > cursor && code.AsSpan(cursor, next.SpanStart - cursor).Contains('\n') ? code.Insert(cursor, ";") : code;
    }

    private static bool IsInDirective(string code, int start)
    {
        var line = code.AsSpan(0, start).LastIndexOf('\n') + 1;
        return code.AsSpan(line, start - line).TrimStart().StartsWith('#');
    }

    private static bool IsInTrivia(SyntaxNode root, string code, int start)
    {
        if (start == 0)
            return false;
        var trivia = root.FindTrivia(start - 1);
        return trivia.Kind() switch
        {
            SyntaxKind.SingleLineCommentTrivia or SyntaxKind.DisabledTextTrivia => true,
            SyntaxKind.MultiLineCommentTrivia => start < trivia.Span.End || !trivia.ToString().EndsWith("*/", StringComparison.Ordinal),
            SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => code[start - 1] != '\n',
            _ => false,
        };
    }

    private static bool IsInText(SyntaxNode root, int start)
    {
        if (start == 0)
            return false;
        var token = root.FindToken(start - 1);
        return !token.Span.IsEmpty && token.Span.Contains(start - 1) && token.Kind() switch
        {
            SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.CharacterLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken =>
                start < token.Span.End || token.ContainsDiagnostics,
            SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
                or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken => true,
            SyntaxKind.CloseBraceToken => token.Parent is InterpolationSyntax && start == token.Span.End,
            SyntaxKind.ColonToken => token.Parent is InterpolationFormatClauseSyntax,
            _ => false,
        };
    }
}
