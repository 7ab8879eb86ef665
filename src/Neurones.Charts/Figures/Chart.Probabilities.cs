using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    /// <summary>The probability of each class as a bar; several answers, such as those of two models, stand side by side.</summary>
    /// <param name="answers">Each answer's name and its probabilities, from 0 to 1, one for each class.</param>
    /// <param name="classNames">The names of the classes, that of class 0 first; null: they are called 0 to k - 1.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">There is no answer, one has another number of classes, or something isn't a probability.</exception>
    public static Figure Probabilities(
        IReadOnlyList<(string Name, IReadOnlyList<double> Probabilities)> answers, IReadOnlyList<string>? classNames = null, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.Count == 0) throw new ArgumentException("There is no answer to show: give at least one (name, probabilities).", nameof(answers));

        var classes = classNames ?? [.. Enumerable.Range(0, answers[0].Probabilities.Count).Select(c => Invariant.Text($"{c}"))];
        foreach (var (name, probabilities) in answers)
        {
            if (probabilities.Count != classes.Count)
            {
                throw new ArgumentException(Invariant.Text($"{name} has {Numerals.Count(probabilities.Count, "probability", "probabilities")}, but there are {classes.Count} classes: give one for each class."));
            }

            foreach (var p in probabilities)
            {
                if (p is not (>= 0 and <= 1)) throw new ArgumentException(Invariant.Text($"{name} has {p}, but probabilities are from 0 to 1: pass a row of what PredictProbability returns."));
            }
        }

        var alone = answers.Count == 1;
        return new Figure
        {
            Traces = [.. answers.Select((answer, i) => new BarTrace
            {
                Name = answer.Name,
                X = [.. classes],
                Y = [.. answer.Probabilities],
                Marker = new BarMarker(Palette.Series[i % Palette.Series.Length]),
                Text = alone ? [.. answer.Probabilities.Select(p => Invariant.Text(p, "0.00"))] : null,
                TextPosition = alone ? "outside" : null,
                ClipOnAxis = false,
                HoverTemplate = $"{answer.Name}<br>class %{{x}}: %{{y:.4f}}<extra></extra>",
            })],
            Layout = Layouts.Plane(
                title ?? "The probability of each class",
                new Axis("class") { Type = "category" },
                new Axis("probability") { Range = [0, 1.09], TickVals = [0, 0.25, 0.5, 0.75, 1] },
                legendEntries: alone ? 0 : answers.Count) with
            {
                Height = 320,
            },
            AltText = "Bar chart of the probability of each class. "
                + string.Join(" ", answers.Select(answer => $"{answer.Name}: {string.Join(", ", answer.Probabilities.Select((p, c) => Invariant.Text($"{classes[c]} {p:0.00}")))}.")),
        };
    }

    /// <summary>The probability of each class as a bar.</summary>
    /// <param name="probabilities">The probabilities, from 0 to 1, one for each class.</param>
    /// <param name="classNames">The names of the classes, that of class 0 first; null: they are called 0 to k - 1.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">There are no probabilities, or something isn't one.</exception>
    public static Figure Probabilities(IReadOnlyList<double> probabilities, IReadOnlyList<string>? classNames = null, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        if (probabilities.Count == 0) throw new ArgumentException("There are no probabilities to show: give one for each class.", nameof(probabilities));

        return Probabilities([("the answer", probabilities)], classNames, title);
    }
}
