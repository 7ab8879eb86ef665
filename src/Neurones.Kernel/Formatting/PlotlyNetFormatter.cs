using System.Reflection;

namespace Neurones.Kernel.Formatting;

/// <summary>Charts of Plotly.NET, recognised by name: the package needn't be there when the kernel is built.</summary>
/// <remarks>
/// An F# union, so that a chart's own type is a nested case of it. Up to version 4 the union is nested in a module of the same name,
/// which has the function; later it is a type of the namespace and the function a static member.
/// </remarks>
internal static class PlotlyNetFormatter
{
    private static readonly string[] ChartTypes = ["Plotly.NET.GenericChart", "Plotly.NET.GenericChart+GenericChart"];

    public static MimeBundle? TryFormat(object? value)
    {
        for (var type = value?.GetType(); type is not null; type = type.BaseType)
        {
            if (ChartTypes.Contains(type.FullName) && ToFigureJson(type) is { } toFigureJson)
            {
                var json = (string)toFigureJson.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [value], null)!;
                return MimeBundle.Text("Plotly.NET chart").Add(MimeBundle.Plotly, json);
            }
        }

        return null;
    }

    private static MethodInfo? ToFigureJson(Type chart) =>
        new[] { chart, chart.DeclaringType, chart.Assembly.GetType("Plotly.NET.GenericChartModule") }
            .Select(type => type?.GetMethod("toFigureJson", BindingFlags.Static | BindingFlags.Public, [chart]))
            .FirstOrDefault(method => method?.ReturnType == typeof(string));
}
