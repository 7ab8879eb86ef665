using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

/// <summary>The figures of the lessons. Each has a title, labelled axes and a text alternative made from its data.</summary>
public static partial class Chart
{
    /// <summary>The points, each class in its colour and symbol.</summary>
    internal static IEnumerable<Trace> PointTraces(LabelledPoints points, string x1, string x2) =>
        points.Classes.Select(points => new ScatterTrace
        {
            Name = points.Name,
            X = points.X1,
            Y = points.X2,
            Mode = "markers",
            Marker = Palette.Class(points.Label),
            HoverTemplate = $"{x1} = %{{x:.4~g}}<br>{x2} = %{{y:.4~g}}",
        });
}
