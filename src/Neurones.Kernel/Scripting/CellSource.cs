using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Neurones.Kernel.Scripting;

/// <summary>A cell's text, parsed, and its directives taken out of it: the compiler sees blanks there, so that lines and columns stay.</summary>
internal sealed record CellSource(SyntaxTree Tree, IReadOnlyList<Directive> Directives)
{
    public static CellSource Parse(string code, string cell, CSharpParseOptions options)
    {
        var tree = ParseTree(code, cell, options);
        var found = code.Contains('#', StringComparison.Ordinal)
            ? DirectivesOf(tree).Where(directive => directive.IsActive && IsOurs(directive)).ToList()
            : [];
        if (found.Count == 0)
            return new(tree, []);

        var blanked = new StringBuilder(code);
        foreach (var directive in found)
        {
            for (var i = directive.SpanStart; i < directive.Span.End; i++)
            {
                if (blanked[i] is not ('\r' or '\n'))
                    blanked[i] = ' ';
            }
        }

        var directives = found.Select(directive => new Directive(
            cell,
            tree.GetLineSpan(directive.Span).StartLinePosition.Line + 1,
            directive.ToString().Trim(),
            (directive as ReferenceDirectiveTriviaSyntax)?.File.ValueText)).ToList();
        return new(ParseTree(blanked.ToString(), cell, options), directives);
    }

    private static SyntaxTree ParseTree(string code, string cell, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), options, cell);

    private static IEnumerable<DirectiveTriviaSyntax> DirectivesOf(SyntaxTree tree)
    {
        for (var directive = ((CSharpSyntaxNode)tree.GetRoot()).GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
            yield return directive;
    }

    private static bool IsOurs(DirectiveTriviaSyntax directive) =>
        directive is ReferenceDirectiveTriviaSyntax || directive.ToString().TrimStart().StartsWith("#!", StringComparison.Ordinal);
}
