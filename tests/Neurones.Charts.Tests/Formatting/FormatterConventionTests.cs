using System.Collections;
using System.Net;

namespace Neurones.Charts.Tests.Formatting;

/// <summary>Formats as notebook hosts do: they find everything by name.</summary>
public class FormatterConventionTests
{
    private readonly Figure _figure = Chart.Scatter(Samples.X, Samples.y, title: "Leaves & <stems>");

    [Fact]
    public void Offers_the_three_MIME_types_and_a_formatter_for_each()
    {
        var (preferred, formatters) = Convention.Of(typeof(Figure));

        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], preferred);
        Assert.Equal(preferred, formatters.Select(formatter => formatter.MimeType));
    }

    [Fact]
    public void Shows_the_figure_as_plotly_JSON_and_as_text()
    {
        Assert.Equal(_figure.ToJson(), Convention.Format(_figure, "application/vnd.plotly.v1+json"));
        Assert.Equal($"Leaves & <stems>. {_figure.AltText}", Convention.Format(_figure, "text/plain"));
    }

    [Fact]
    public void Shows_a_sentence_and_the_text_alternative_where_plotly_js_is_missing()
    {
        var html = Convention.Format(_figure, "text/html");

        Assert.Contains("plotly.min.js is missing", html, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(_figure.ToString()), html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_values_of_other_types_alone()
    {
        var (_, formatters) = Convention.Of(typeof(Figure));

        Assert.All(formatters, formatter => Assert.False(formatter.Format("not a figure", new StringWriter())));
    }
}

/// <summary>The formatter convention of .NET Interactive, by reflection.</summary>
internal static class Convention
{
    public sealed record Formatter(string MimeType, Func<object, TextWriter, bool> Format);

    public static (string[] Preferred, Formatter[] Formatters) Of(Type type)
    {
        var attribute = type.GetCustomAttributes(inherit: true).Single(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");
        var source = Activator.CreateInstance((Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!)!;
        var formatters = (IEnumerable)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        return (
            (string[])attribute.GetType().GetProperty("PreferredMimeTypes")!.GetValue(attribute)!,
            [.. formatters.Cast<object>().Select(formatter => new Formatter(
                (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!,
                (value, writer) => (bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, [value, writer])!))]);
    }

    public static string Format(object value, string mimeType)
    {
        using var writer = new StringWriter();
        Assert.True(Of(value.GetType()).Formatters.Single(formatter => formatter.MimeType == mimeType).Format(value, writer));
        return writer.ToString();
    }
}
