using System.Globalization;

namespace Neurones;

/// <summary>What the comparisons say together: the findings, and between which layers the error entered.</summary>
internal static class GradientHints
{
    public static IEnumerable<string> For(IReadOnlyList<GradientComparison> comparisons)
    {
        foreach (var comparison in comparisons.Where(comparison => !comparison.Passed))
        {
            yield return comparison.Finding;
        }

        // Errors travel backwards: the last wrong layer is where one entered, if all layers after it are right.
        var layers = comparisons.Where(c => Layer(c.Parameter) is not null)
            .GroupBy(c => Layer(c.Parameter)!.Value, c => c.Passed).OrderByDescending(layer => layer.Key).ToArray();
        var wrong = Array.FindIndex(layers, layer => !layer.All(passed => passed));
        if (wrong > 0 && layers[wrong].All(passed => !passed))
        {
            var (k, next) = (layers[wrong].Key, layers[wrong - 1].Key);
            yield return FormattableString.Invariant($"Layer {next} is right and layer {k} is wrong in all its parameters, so look at dZ{k}: is it made from dZ{next}, with the transpose of W{next} and the derivative of layer {k}'s activation?");
        }
    }

    private static int? Layer(string parameter)
    {
        var digits = parameter.AsSpan(parameter.AsSpan().TrimEnd("0123456789").Length);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var layer) ? layer : null;
    }
}
