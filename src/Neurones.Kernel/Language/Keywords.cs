using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Neurones.Kernel.Language;

/// <summary>C#'s keywords, where they fit.</summary>
internal static class Keywords
{
    private static readonly string[] Types =
    [
        "bool", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "nint", "nuint", "object", "sbyte", "short", "string", "uint", "ulong",
        "ushort",
    ];

    private static readonly string[] Expressions =
    [
        "async", "await", "base", "checked", "default", "delegate", "false", "from", "in", "nameof", "new", "null", "out", "ref", "sizeof", "stackalloc", "static",
        "switch", "this", "throw", "true", "typeof", "unchecked", "var", "when", "where", "with",
    ];

    private static readonly string[] Statements =
    [
        "abstract", "break", "case", "catch", "class", "const", "continue", "do", "else", "enum", "finally", "fixed", "for", "foreach", "goto", "if", "interface",
        "internal", "lock", "namespace", "override", "partial", "private", "protected", "public", "readonly", "record", "required", "return", "sealed", "struct",
        "try", "unsafe", "using", "virtual", "void", "volatile", "while", "yield",
    ];

    /// <summary>What can follow an expression.</summary>
    public static IReadOnlyList<string> Operators { get; } = ["and", "as", "ascending", "by", "descending", "equals", "in", "into", "is", "not", "on", "or", "switch", "when", "with"];

    public static IEnumerable<string> At(SyntaxToken left) =>
        left.IsKind(SyntaxKind.NewKeyword) ? Types
        : CursorSyntax.StartsStatement(left) ? [.. Types, .. Expressions, .. Statements]
        : CursorSyntax.EndsExpression(left) ? [.. Operators, .. Types, .. Expressions, .. Statements]
        : left.IsKind(SyntaxKind.UsingKeyword) ? ["static", "var"]
        : [.. Types, .. Expressions];
}
