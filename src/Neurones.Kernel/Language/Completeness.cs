using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Neurones.Kernel.Scripting;

namespace Neurones.Kernel.Language;

/// <summary>Answers an is_complete_request: whether Enter runs the code or begins a new line.</summary>
internal static class Completeness
{
    private const int IndentSize = 4;

    public static object Unknown { get; } = new { status = "unknown" };

    public static object Of(string code)
    {
        var tree = CellSource.Parse(code, "draft", ScriptSession.ParseOptions).Tree;
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            return new { status = "incomplete", indent = new string(' ', IndentSize * OpenBraces(tree.GetRoot())) };
        return new { status = tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? "invalid" : "complete" };
    }

    private static int OpenBraces(SyntaxNode root) =>
        Math.Max(0, root.DescendantTokens().Sum(token => token.Span.IsEmpty ? 0 : token.Kind() switch
        {
            SyntaxKind.OpenBraceToken => 1,
            SyntaxKind.CloseBraceToken => -1,
            _ => 0,
        }));
}
