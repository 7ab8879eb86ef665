using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Neurones.Kernel.Scripting;

/// <summary>Puts a <see cref="SafePoint"/> at the start of each loop body, so that a loop which never ends can be stopped.</summary>
/// <remarks>Lines stay as they are, columns don't: compile errors are told from the text as the learner wrote it.</remarks>
internal static class LoopChecks
{
    private const string Check = "global::Neurones.Kernel.SafePoint.Check();";

    /// <summary>The cell with its checks; the same tree if it has no loops.</summary>
    public static SyntaxTree Insert(SyntaxTree tree)
    {
        var bodies = tree.GetRoot().DescendantNodes().Select(BodyOf).OfType<StatementSyntax>().Where(body => !body.IsMissing).ToList();
        if (bodies.Count == 0)
            return tree;

        var insertions = bodies.SelectMany(InsertionsFor).OrderByDescending(insertion => insertion.Position);
        var code = new StringBuilder(tree.ToString());
        foreach (var (position, text) in insertions)
            code.Insert(position, text);
        return CSharpSyntaxTree.ParseText(SourceText.From(code.ToString(), Encoding.UTF8), (CSharpParseOptions)tree.Options, tree.FilePath);
    }

    private static StatementSyntax? BodyOf(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        ForStatementSyntax loop => loop.Statement,
        CommonForEachStatementSyntax loop => loop.Statement,
        _ => null,
    };

    private static IEnumerable<(int Position, string Text)> InsertionsFor(StatementSyntax body) => body is BlockSyntax block
        ? [(block.OpenBraceToken.Span.End, Check)]
        : [(body.SpanStart, "{" + Check), (body.Span.End, "}")];
}
