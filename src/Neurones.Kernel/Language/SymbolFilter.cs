using System.ComponentModel;
using Microsoft.CodeAnalysis;

namespace Neurones.Kernel.Language;

/// <summary>Which symbols a learner is offered.</summary>
internal static class SymbolFilter
{
    /// <summary>Not what the compiler made for itself, nor what its author hides.</summary>
    public static bool IsOffered(ISymbol symbol) =>
        symbol.CanBeReferencedByName
        && symbol is not IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.LocalFunction or MethodKind.DelegateInvoke) }
        && !symbol.GetAttributes().Any(IsHiding);

    private static bool IsHiding(AttributeData attribute) =>
        attribute is { AttributeClass.Name: nameof(EditorBrowsableAttribute), ConstructorArguments: [{ Value: (int)EditorBrowsableState.Never }] };
}
