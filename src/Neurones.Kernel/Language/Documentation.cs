using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Neurones.Kernel.Language;

/// <summary>What an XML documentation comment says, in plain words.</summary>
internal sealed record Documentation(string Summary, IReadOnlyList<(string Name, string Text)> Parameters, string Returns, IReadOnlyList<(string Name, string Text)> Exceptions)
{
    public static Documentation None { get; } = new("", [], "", []);

    /// <summary>Of a symbol, or of what it overrides or implements; empty where nothing is written.</summary>
    public static Documentation Of(ISymbol symbol, Compilation compilation)
    {
        for (var each = Documented(symbol); each is not null; each = BaseOf(each))
        {
            if (XmlOf(each, compilation) is { } xml && !xml.Descendants("inheritdoc").Any())
                return Read(xml);
        }

        return None;
    }

    private static Documentation Read(XElement member) => new(
        DocumentationText.Of(member.Element("summary")),
        Named(member, "param", "name"),
        DocumentationText.Of(member.Element("returns")),
        Named(member, "exception", "cref"));

    private static List<(string Name, string Text)> Named(XElement member, string element, string attribute) =>
        [.. member.Elements(element).Select(each => (DocumentationText.NameIn((string?)each.Attribute(attribute) ?? ""), DocumentationText.Of(each)))];

    private static XElement? XmlOf(ISymbol symbol, Compilation compilation)
    {
        try
        {
            var text = symbol.ContainingAssembly is ISourceAssemblySymbol ? symbol.GetDocumentationCommentXml() : FromFile(symbol, compilation);
            return string.IsNullOrEmpty(text) ? null : XElement.Parse(text, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? FromFile(ISymbol symbol, Compilation compilation) =>
        symbol.ContainingAssembly is { } assembly
        && compilation.GetMetadataReference(assembly) is { Display: { } path }
        && symbol.GetDocumentationCommentId() is { } id
            ? DocumentationFiles.Find(path, id)
            : null;

    private static ISymbol Documented(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { ReducedFrom: { } method } => method.OriginalDefinition,
        IAliasSymbol alias => alias.Target,
        _ => symbol.OriginalDefinition,
    };

    private static ISymbol? BaseOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method.OriginalDefinition,
        IPropertySymbol { OverriddenProperty: { } property } => property.OriginalDefinition,
        IMethodSymbol or IPropertySymbol when symbol.ContainingType is { TypeKind: not TypeKind.Interface } type => type.AllInterfaces
            .SelectMany(contract => contract.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol))?.OriginalDefinition,
        _ => null,
    };
}
