using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    private const double RowHeight = 34;

    /// <summary>
    /// The loss of several models on the samples that they learned and on others, a row each, joined by a line: a long line
    /// is overfitting, two high losses close together are underfitting.
    /// </summary>
    /// <param name="models">Each model's name and its two losses; the first model stands at the top.</param>
    /// <param name="lossName">The name of the loss.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">There is no model, or a loss isn't finite.</exception>
    public static Figure LossGaps(
        IReadOnlyList<(string Name, double Train, double Validation)> models, string lossName = "log loss", string? title = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (models.Count == 0) throw new ArgumentException("There is no model: give at least one (name, train loss, validation loss).", nameof(models));
        foreach (var (name, train, validation) in models)
        {
            if (!double.IsFinite(train) || !double.IsFinite(validation))
            {
                throw new ArgumentException(Invariant.Text($"The losses of {name} are {train} and {validation}, which can't be drawn: leave that model out."), nameof(models));
            }
        }

        ImmutableArray<double> rows = [.. Enumerable.Range(1, models.Count).Select(row => (double)row)];
        var layout = Layouts.Plane(
            title ?? $"{Capitalised(lossName)} on learned and on other samples",
            new Axis(lossName) { RangeMode = "tozero" },
            new Axis("model") { TickVals = rows, TickText = [.. models.Select(model => model.Name)], Range = [models.Count + 0.5, 0.5], Ticks = "outside" },
            legendEntries: 2);
        return new Figure
        {
            Traces =
            [
                new ScatterTrace
                {
                    Name = "gap",
                    X = [.. models.SelectMany(model => new[] { model.Train, model.Validation, double.NaN })],
                    Y = [.. rows.SelectMany(row => new[] { row, row, double.NaN })],
                    Mode = "lines",
                    Line = new Line(Palette.Neutral, 3),
                    ShowLegend = false,
                    HoverInfo = "skip",
                },
                Losses("train", model => model.Train, 0, "circle"),
                Losses("validation", model => model.Validation, 1, "diamond"),
            ],
            Layout = layout with { Height = layout.Margin.T + layout.Margin.B + (RowHeight * models.Count) },
            AltText = $"The {lossName} of {Numerals.Count(models.Count, "model")} on learned and on other samples. "
                + string.Join(" ", models.Select(model => Invariant.Text($"{model.Name}: train {model.Train:G3}, validation {model.Validation:G3}."))),
        };

        ScatterTrace Losses(string set, Func<(string Name, double Train, double Validation), double> loss, int series, string symbol) => new()
        {
            Name = set,
            X = [.. models.Select(loss)],
            Y = rows,
            Mode = "markers",
            Marker = new Marker(Palette.Series[series], 12, symbol, new Line("rgba(255,255,255,0.85)", 1)),
            ClipOnAxis = false,
            Text = [.. models.Select(model => model.Name)],
            HoverTemplate = $"%{{text}}<br>{set} {lossName} %{{x:.4~g}}<extra></extra>",
        };
    }
}
