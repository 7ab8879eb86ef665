using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace Neurones.Kernel.Formatting;

/// <summary>Types that say themselves how they are shown, by .NET Interactive's convention.</summary>
/// <remarks>
/// An attribute of any assembly named TypeFormatterSourceAttribute names a FormatterSourceType whose CreateTypeFormatters()
/// returns objects with MimeType and Format(object, TextWriter). All is found by name, so that a library needs no reference.
/// </remarks>
internal static class ConventionFormatter
{
    private static readonly ConcurrentDictionary<Type, List<Form>> Forms = new();

    public static MimeBundle? TryFormat(object? value)
    {
        if (value is null || Forms.GetOrAdd(value.GetType(), FormsOf) is not { Count: > 0 } forms)
            return null;

        var bundle = new MimeBundle();
        foreach (var form in forms)
            bundle.Add(form.MimeType, form.Write(value));
        return bundle.Data.ContainsKey(MimeBundle.Plain) ? bundle : bundle.Add(MimeBundle.Plain, PlainText.Of(value));
    }

    private static List<Form> FormsOf(Type type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.GetCustomAttributes(inherit: false).FirstOrDefault(a => a.GetType().Name == "TypeFormatterSourceAttribute") is { } attribute)
                return FormsOf(type, attribute);
        }

        return [];
    }

    private static List<Form> FormsOf(Type type, object attribute)
    {
        var sourceType = Property(attribute, "FormatterSourceType") as Type
            ?? throw new InvalidOperationException($"{type.Name} has a TypeFormatterSource attribute without FormatterSourceType.");
        var source = Activator.CreateInstance(sourceType, nonPublic: true)!;
        var formatters = Method(source, "CreateTypeFormatters")?.Invoke(source, null) as IEnumerable
            ?? throw new InvalidOperationException($"{sourceType.Name} has no method CreateTypeFormatters() that returns formatters.");

        var forms = formatters.Cast<object>().Select(Form.Of).ToList();
        if (Property(attribute, "PreferredMimeTypes") is IEnumerable<string> preferred && preferred.Any())
            forms = forms.Where(form => preferred.Contains(form.MimeType)).ToList();

        // The HTML is a fallback for hosts that can't draw a figure, and carries all of plotly.js with it.
        return forms.Exists(form => form.MimeType == MimeBundle.Plotly)
            ? forms.Where(form => form.MimeType != MimeBundle.Html).ToList()
            : forms;
    }

    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static object? Property(object target, string name) => target.GetType().GetProperty(name, Members)?.GetValue(target);

    private static MethodInfo? Method(object target, string name, params Type[] parameters) => target.GetType().GetMethod(name, Members, parameters);

    private sealed record Form(string MimeType, object Formatter, MethodInfo Format)
    {
        public static Form Of(object formatter) => new(
            Property(formatter, "MimeType") as string ?? throw Missing(formatter, "MimeType"),
            formatter,
            Method(formatter, "Format", typeof(object), typeof(TextWriter)) ?? throw Missing(formatter, "Format(object, TextWriter)"));

        public string Write(object value)
        {
            using var writer = new StringWriter(CultureInfo.InvariantCulture);
            Format.Invoke(Formatter, BindingFlags.DoNotWrapExceptions, null, [value, writer], null);
            return writer.ToString();
        }

        private static InvalidOperationException Missing(object formatter, string member) =>
            new($"The formatter {formatter.GetType().Name} has no {member}.");
    }
}
