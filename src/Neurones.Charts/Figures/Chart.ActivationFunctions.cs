using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    private static readonly (string Name, Func<double, double> Function, Func<double, double> Slope)[] Activations =
    [
        ("Heaviside (1943)", z => z >= 0 ? 1 : 0, z => z == 0 ? double.NaN : 0),
        ("sigmoid", PlaneNeuron.Sigmoid, z => PlaneNeuron.Sigmoid(z) * (1 - PlaneNeuron.Sigmoid(z))),
        ("tanh", Math.Tanh, z => 1 - (Math.Tanh(z) * Math.Tanh(z))),
        ("ReLU", z => Math.Max(0, z), z => z == 0 ? double.NaN : z > 0 ? 1 : 0),
    ];

    /// <summary>
    /// The activation functions of the course side by side, each with its derivative: Heaviside's step, sigmoid, tanh and
    /// ReLU. A derivative that doesn't exist, at the step and at ReLU's bend, is a gap.
    /// </summary>
    public static Figure ActivationFunctions()
    {
        var z = new Interval(-4, 4);
        var traces = Activations.SelectMany((activation, panel) => new Trace[]
        {
            Graph("activation", activation.Function, panel, 0),
            Graph("its derivative", activation.Slope, panel, 1),
        });
        return new Figure
        {
            Traces = [.. traces],
            Layout = new Panels(Activations.Length, columns: 2, gap: 0.4).Layout(
                "Activation functions and their derivatives",
                plotHeight: 150,
                legendEntries: 2,
                panel => (Activations[panel].Name, Layouts.Axis("z", z), new Axis("a, da/dz") { Range = [-1.15, 2.15], TickVals = [-1, 0, 1, 2] })),
            AltText = "Four plots over z from -4 to 4. Heaviside's step jumps from 0 to 1 at z = 0, its derivative is 0 everywhere else. "
                + "The sigmoid rises smoothly from 0 to 1, its derivative is at most 0.25, at z = 0. "
                + "The tanh rises from -1 to 1, its derivative is at most 1, at z = 0. "
                + "ReLU is 0 for negative z and z for positive z, its derivative jumps from 0 to 1 at z = 0.",
        };

        ScatterTrace Graph(string name, Func<double, double> function, int panel, int series) =>
            FunctionTrace(function, z, "z", "value") with
            {
                Name = name,
                Line = Palette.SeriesLine(series),
                ShowLegend = panel == 0,
                XAxis = Panels.AxesOf(panel).X,
                YAxis = Panels.AxesOf(panel).Y,
                HoverTemplate = $"z = %{{x:.2f}}<br>{name} %{{y:.3f}}<extra></extra>",
            };
    }
}
