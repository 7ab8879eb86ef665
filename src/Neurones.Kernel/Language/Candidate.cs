using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Neurones.Kernel.Language;

/// <summary>A name that could stand at the cursor. Those of a lower nearness come first.</summary>
/// <param name="Text">What is written.</param>
/// <param name="Kind">A word for its icon: variable, method, class and so on.</param>
/// <param name="Nearness">How near to what the learner works on.</param>
/// <param name="Signature">How it is declared.</param>
internal sealed record Candidate(string Text, string Kind, Nearness Nearness, Func<string> Signature)
{
    public static Candidate Of(ISymbol symbol, SemanticModel model, int position, Nearness nearness) =>
        new(Escape(symbol.Name), KindOf(symbol), nearness, () => Signatures.Of(symbol, model, position));

    public static Candidate Keyword(string text) => new(text, "keyword", Nearness.Keyword, () => "");

    private static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static string KindOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IRangeVariableSymbol => "variable",
        IParameterSymbol => "parameter",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enumMember",
        IFieldSymbol { IsConst: true } => "constant",
        IFieldSymbol { ContainingType.IsScriptClass: true } => "variable",
        IFieldSymbol => "field",
        IPropertySymbol => "property",
        IEventSymbol => "event",
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } or IMethodSymbol { ContainingType.IsScriptClass: true } => "function",
        IMethodSymbol => "method",
        INamespaceSymbol => "namespace",
        ITypeSymbol { TypeKind: TypeKind.Struct } => "struct",
        ITypeSymbol { TypeKind: TypeKind.Interface } => "interface",
        ITypeSymbol { TypeKind: TypeKind.Enum } => "enum",
        ITypeSymbol { TypeKind: TypeKind.Delegate } => "delegate",
        ITypeSymbol { TypeKind: TypeKind.TypeParameter } => "typeParameter",
        _ => "class",
    };
}

/// <summary>How near a name is to what the learner works on.</summary>
internal enum Nearness
{
    Initialiser,
    Local,
    Member,
    Cell,
    Argument,
    Lesson,
    Extension,
    Keyword,
    Framework,
    Namespace,
    Object,
}
