using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Neurones.Kernel.Scripts;

/// <summary>
/// Turns a cell into a class that inherits the class of the cell before it. So each cell sees what earlier ones declared and may declare it
/// anew, as in a notebook, and no name is changed: variables become static fields, functions static methods, and what the cell does its method Run.
/// </summary>
internal sealed class CellRewriter(SemanticModel model)
{
    private readonly List<string> _members = [];
    private readonly List<(string Type, string Name)> _fields = [];
    private readonly List<string> _statements = [];

    public CellPart Rewrite(CompilationUnitSyntax cell)
    {
        foreach (var member in cell.Members)
        {
            switch (member)
            {
                case GlobalStatementSyntax statement:
                    AddStatement(statement.Statement);
                    break;
                case FieldDeclarationSyntax field:
                    AddFields(field);
                    break;
                default:
                    _members.Add(Public(member));
                    break;
            }
        }

        if (cell.EndOfFileToken.LeadingTrivia.ToFullString().Trim() is { Length: > 0 } comment)
            _statements.Add(comment);
        var fields = _fields.GroupBy(field => field.Type).Select(same => $"public static {same.Key} {string.Join(", ", same.Select(field => field.Name))};");
        return new([.. fields, .. _members], _statements, cell.Members.Any(Awaits));
    }

    private void AddStatement(StatementSyntax statement)
    {
        // Variables that an expression declares are the cell's, too: var (X, y) = ...
        var declarations = statement.DescendantNodes().OfType<DeclarationExpressionSyntax>().Select(node => (Node: node, Fields: FieldsOf(node))).Where(declaration => declaration.Fields.Count > 0).ToList();
        foreach (var field in declarations.SelectMany(declaration => declaration.Fields))
            Declare(field.Type, field.Name);

        var text = statement.ReplaceNodes(declarations.Select(declaration => declaration.Node), (node, _) => Names(node.Designation).WithTriviaFrom(node));
        if (statement is ExpressionStatementSyntax { SemicolonToken.IsMissing: true } value)
        {
            var isVoid = model.GetTypeInfo(value.Expression).Type is { SpecialType: SpecialType.System_Void };
            var expression = ((ExpressionStatementSyntax)text).Expression;
            _statements.Add($"{Leading(statement)}{(isVoid ? $"{expression};" : $"display({expression});")}");
            return;
        }

        _statements.Add(Trimmed(text));
    }

    private List<IFieldSymbol> FieldsOf(DeclarationExpressionSyntax declaration) =>
        [.. declaration.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>().Select(name => model.GetDeclaredSymbol(name)).OfType<IFieldSymbol>()];

    private void AddFields(FieldDeclarationSyntax field)
    {
        if (field.Modifiers.Any(SyntaxKind.ConstKeyword))
        {
            _members.Add(Public(field));
            return;
        }

        var comment = Leading(field);
        foreach (var variable in field.Declaration.Variables)
        {
            var type = ((IFieldSymbol)model.GetDeclaredSymbol(variable)!).Type;
            Declare(type, variable.Identifier.Text);
            if (variable.Initializer is { } initializer)
            {
                var value = initializer.Value is InitializerExpressionSyntax list ? $"new {Name(type)} {list}" : initializer.Value.ToString();
                _statements.Add($"{comment}{variable.Identifier.Text} = {value};{Trailing(field)}");
                comment = "";
            }
        }
    }

    private void Declare(ITypeSymbol type, string name)
    {
        if (type is { IsAnonymousType: true } or { TypeKind: TypeKind.Error })
            throw new ScriptException($"The variable {name} in {model.SyntaxTree.FilePath} has a type without a name, which a notebook can keep from cell to cell and a program can't: make it a record.");
        _fields.Add((Name(type), name));
    }

    private string Name(ITypeSymbol type) => type.ToMinimalDisplayString(model, model.SyntaxTree.Length);

    private static ExpressionSyntax Names(VariableDesignationSyntax designation) => SyntaxFactory.ParseExpression(designation switch
    {
        ParenthesizedVariableDesignationSyntax several => $"({string.Join(", ", several.Variables.Select(variable => Names(variable).ToString()))})",
        SingleVariableDesignationSyntax single => single.Identifier.Text,
        _ => "_",
    });

    private static string Public(MemberDeclarationSyntax member)
    {
        var isType = member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;
        var isConst = member.Modifiers.Any(SyntaxKind.ConstKeyword);
        var kept = member.Modifiers.Where(modifier => modifier.Kind() is not (SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword)).Select(modifier => modifier.Text).ToList();
        if (!isType && !isConst && !kept.Contains("static"))
            kept.Insert(0, "static");
        var attributes = string.Concat(member.AttributeLists.Select(list => $"{list}\n"));
        var bare = member.WithAttributeLists([]).WithModifiers([]);
        return $"{Leading(member)}{attributes}{string.Join(' ', ["public", .. kept])} {bare.ToString().Trim()}";
    }

    private static bool Awaits(MemberDeclarationSyntax member) => member is GlobalStatementSyntax or FieldDeclarationSyntax
        && member.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(node => node is AwaitExpressionSyntax || (node is CommonForEachStatementSyntax loop && loop.AwaitKeyword != default) || (node is UsingStatementSyntax use && use.AwaitKeyword != default));

    private static string Trimmed(SyntaxNode node) => node.ToFullString().TrimEnd();

    // Comments, and an empty line where there is one.
    private static string Leading(SyntaxNode node)
    {
        var text = node.GetLeadingTrivia().ToFullString();
        return $"{(text.StartsWith('\n') ? "\n" : "")}{(string.IsNullOrWhiteSpace(text) ? "" : text.Trim('\n').TrimEnd() + "\n")}";
    }

    private static string Trailing(SyntaxNode node) => node.GetTrailingTrivia().ToFullString().TrimEnd();
}
