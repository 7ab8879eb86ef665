using Microsoft.CodeAnalysis;

namespace Neurones.Kernel.Language;

/// <summary>Declarations as one line of C#.</summary>
internal static class Signatures
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue)
        .WithKindOptions(SymbolDisplayKindOptions.None)
        .WithLocalOptions(SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue)
        .AddParameterOptions(SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeExtensionThis);

    public static string Of(ISymbol symbol, SemanticModel model, int position)
    {
        var text = symbol.ToMinimalDisplayString(model, position, Format);
        return symbol switch
        {
            INamedTypeSymbol { IsRecord: true } => $"record {text}",
            INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.Enum } type => $"{type.TypeKind.ToString().ToLowerInvariant()} {text}",
            INamespaceSymbol => $"namespace {text}",
            _ => text,
        };
    }

    /// <summary>The signature, and where in it each parameter stands.</summary>
    public static (string Text, IReadOnlyList<(int Start, int End)> Parameters) WithParameters(IMethodSymbol method, SemanticModel model, int position)
    {
        var text = Of(method, model, position);
        var places = new List<(int, int)>();
        var name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
        var from = Math.Max(0, text.IndexOf(name + (method.IsGenericMethod ? "<" : "("), StringComparison.Ordinal));
        foreach (var parameter in method.Parameters)
        {
            var shown = Of(parameter, model, position);
            var at = text.IndexOf(shown, from, StringComparison.Ordinal);
            if (at < 0)
                return (text, []);
            places.Add((at, from = at + shown.Length));
        }

        return (text, places);
    }
}
