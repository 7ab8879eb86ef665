namespace Neurones.Formatting;

/// <summary>
/// Tells a notebook host how a type shows itself. Hosts find this attribute by its name, so that no package is
/// referenced; each assembly whose types need it compiles its own copy of this file.
/// </summary>
/// <param name="formatterSourceType">
/// A class with a method <c>CreateTypeFormatters()</c> that returns the formatters, see <see cref="MimeFormatter{T}"/>.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The class that makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>
    /// The MIME types to show, best first. Each must have a formatter: .NET Interactive recurses until its kernel dies
    /// on one that has none.
    /// </summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
