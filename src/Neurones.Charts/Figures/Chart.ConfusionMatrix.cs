using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    private const int MostWrittenClasses = 20;

    /// <summary>
    /// How often each class was taken for each, as a table in colour: the truth in rows, the answers in columns. The diagonal, what is
    /// right, is green; everywhere else the colour gets the stronger the more often two classes were confused.
    /// </summary>
    /// <param name="confusion">What <see cref="Metrics.ConfusionMatrix"/> returned; above 20 classes the counts stand under the mouse only.</param>
    /// <param name="title">The title, or null for one that says how many answers are right.</param>
    public static Figure ConfusionMatrix(ConfusionMatrix confusion, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        var names = confusion.ClassNames;
        var k = names.Count;
        ImmutableArray<int> classes = [.. Enumerable.Range(0, k)];
        var mistakes = (from truth in classes from answer in classes where truth != answer select (Truth: truth, Answer: answer, Count: confusion[truth, answer])).ToArray();
        var most = mistakes.Max(mistake => mistake.Count);
        var right = classes.Sum(c => confusion[c, c]);
        var all = right + mistakes.Sum(mistake => mistake.Count);
        var axis = new Axis("") { TickVals = [.. classes.Select(c => (double)c)], TickText = [.. names], Constrain = "domain", Ticks = "" };
        return new Figure
        {
            Traces =
            [
                Cells("right", Palette.Right, (truth, answer) => truth == answer, 1),
                Cells("confused", Palette.Confused, (truth, answer) => truth != answer, Math.Max(most, 1)),
            ],
            Layout = Layouts.Plane(
                title ?? Invariant.Text($"{right} of {all} answers are right"),
                axis with { Title = "answer", Range = [-0.5, k - 0.5] },
                axis with { Title = "truth", Range = [k - 0.5, -0.5], ScaleAnchor = "x" }) with
            {
                Height = Math.Clamp(160 + (36 * k), 300, 620),
                Annotations = k > MostWrittenClasses ? null :
                [
                    .. from truth in classes
                       from answer in classes
                       where confusion[truth, answer] > 0
                       select new Annotation(answer, truth + 0.24, Invariant.Text($"{confusion[truth, answer]}")) { Font = new Font(12, Palette.OnNode) },
                ],
            },
            AltText = Invariant.Text($"Table of {k} true classes by {k} answers: {right} of {all} answers are right. ")
                + (most == 0 ? "Nothing is confused." : "Most often confused: " + string.Join(", ", mistakes.OrderByDescending(mistake => mistake.Count).Take(3).Where(mistake => mistake.Count > 0)
                    .Select(mistake => Invariant.Text($"{names[mistake.Truth]} taken for {names[mistake.Answer]} ({mistake.Count})"))) + "."),
        };

        HeatmapTrace Cells(string name, ImmutableArray<ColorStop> colors, Func<int, int, bool> belongs, double end) => new()
        {
            Name = name,
            Z = [.. classes.Select(truth => classes.Select(answer => belongs(truth, answer) ? (double)confusion[truth, answer] : double.NaN).ToImmutableArray())],
            ZMin = 0,
            ZMax = end,
            ColorScale = colors,
            ShowScale = false,
            HoverOnGaps = false,
            HoverTemplate = "truth %{y}, answer %{x}: %{z}<extra></extra>",
        };
    }
}
