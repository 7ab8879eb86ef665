using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Neurones.Kernel.Language;

/// <summary>What the syntax around the cursor asks for.</summary>
internal static class CursorSyntax
{
    /// <summary>What stands before the dot whose members are wanted; null where there is no dot.</summary>
    public static ExpressionSyntax? Receiver(SyntaxToken left) => left.IsKind(SyntaxKind.DotToken)
        ? left.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(access => access.WhenNotNull.Span.Contains(binding.SpanStart))?.Expression,
            _ => null,
        }
        : null;

    public static bool WantsMembersOfNothing(SyntaxToken left) => left.Kind() is SyntaxKind.DotToken or SyntaxKind.ColonColonToken or SyntaxKind.MinusGreaterThanToken;

    /// <summary>Whether the word at the cursor is a new name that the learner gives.</summary>
    public static bool DeclaresName(SyntaxNode root, CursorPlace place)
    {
        var word = root.FindToken(place.Start);
        return word.SpanStart == place.Start && place.Word.Length > 0 && word.Parent switch
        {
            VariableDeclaratorSyntax declarator => declarator.Identifier == word,
            ParameterSyntax parameter => parameter.Identifier == word && parameter.Type is not null,
            SingleVariableDesignationSyntax designation => designation.Identifier == word,
            ForEachStatementSyntax loop => loop.Identifier == word,
            MethodDeclarationSyntax method => method.Identifier == word,
            LocalFunctionStatementSyntax function => function.Identifier == word,
            PropertyDeclarationSyntax property => property.Identifier == word,
            BaseTypeDeclarationSyntax type => type.Identifier == word,
            TypeParameterSyntax parameter => parameter.Identifier == word,
            _ => false,
        };
    }

    /// <summary>Whether a statement can begin after a token.</summary>
    public static bool StartsStatement(SyntaxToken left) => left.Kind() switch
    {
        SyntaxKind.None or SyntaxKind.SemicolonToken or SyntaxKind.ElseKeyword or SyntaxKind.DoKeyword => true,
        SyntaxKind.OpenBraceToken => left.Parent is BlockSyntax or BaseTypeDeclarationSyntax,
        SyntaxKind.CloseBraceToken => left.Parent is not (InitializerExpressionSyntax or InterpolationSyntax or AnonymousObjectCreationExpressionSyntax),
        SyntaxKind.CloseParenToken => left.Parent is IfStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or LockStatementSyntax,
        _ => false,
    };

    /// <summary>Whether an expression ends with a token, so that an operator follows and no name.</summary>
    public static bool EndsExpression(SyntaxToken left) => !StartsStatement(left)
        && (left.Kind() is SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken or SyntaxKind.IdentifierToken
            or SyntaxKind.InterpolatedStringEndToken || SyntaxFacts.IsLiteralExpression(SyntaxFacts.GetLiteralExpression(left.Kind())));
}
