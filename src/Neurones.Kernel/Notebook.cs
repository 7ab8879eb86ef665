using System.Diagnostics.CodeAnalysis;
using Neurones.Kernel.Formatting;
using Neurones.Kernel.Output;

namespace Neurones.Kernel;

/// <summary>What every cell can call without a using directive, as in .NET Interactive.</summary>
[SuppressMessage("Naming", "CA1708", Justification = "display(x) and x.Display() are what notebooks are written with.")]
public static class Notebook
{
    internal static CellOutputs? Outputs { get; set; }

    /// <summary>Shows a value now; the handle changes it in place later.</summary>
    public static DisplayedValue display(object? value) => Show(Formatter.Format(value), mimeType: null);

    /// <summary>Shows a value as one MIME type; a string is taken as data of that type as it is.</summary>
    public static DisplayedValue display(object? value, string mimeType) => Show(Formatter.Format(value, mimeType), mimeType);

    /// <summary>Marks a string as HTML: the value to end a cell with, or to give to <see cref="display(object?)"/>.</summary>
    public static HtmlContent HTML(string content) => new(content);

    /// <summary>Shows a value now, and so does <see cref="display(object?)"/>.</summary>
    public static DisplayedValue Display(this object? value) => display(value);

    /// <summary>Shows text as data of a MIME type.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => display(value, mimeType);

    private static DisplayedValue Show(MimeBundle bundle, string? mimeType)
    {
        var displayed = new DisplayedValue(Outputs!, mimeType);
        Outputs!.Display(bundle, displayed.Id);
        return displayed;
    }
}
