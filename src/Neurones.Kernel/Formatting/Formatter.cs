namespace Neurones.Kernel.Formatting;

/// <summary>Turns any value into what is shown of it.</summary>
internal static class Formatter
{
    public static MimeBundle Format(object? value) =>
        value is HtmlContent html
            ? MimeBundle.Text(html.Content).Add(MimeBundle.Html, html.Content)
            : ConventionFormatter.TryFormat(value) ?? PlotlyNetFormatter.TryFormat(value) ?? FormatBuiltIn(value);

    /// <summary>Formats as one MIME type.</summary>
    /// <exception cref="ArgumentException">The value has no such form.</exception>
    public static MimeBundle Format(object? value, string mimeType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        if (value is string data)
            return new MimeBundle().Add(mimeType, data);

        var bundle = Format(value);
        if (bundle.Data.TryGetValue(mimeType, out var form))
            return new MimeBundle().Add(mimeType, form.ToString()!);
        var name = value is null ? "null" : TypeNames.Of(value.GetType());
        throw new ArgumentException($"{name} is shown as {string.Join(" or ", bundle.Data.Keys)}, not as {mimeType}.", nameof(mimeType));
    }

    private static MimeBundle FormatBuiltIn(object? value)
    {
        var bundle = MimeBundle.Text(PlainText.Of(value));
        return HtmlTable.TryFormat(value) is { } html ? bundle.Add(MimeBundle.Html, html) : bundle;
    }
}
