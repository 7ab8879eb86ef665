using Neurones.Charts.Data;
using Neurones.Charts.Formatting;
using Neurones.Formatting;

namespace Neurones.Charts;

/// <summary>
/// A field to draw a digit on, with mouse, finger or pen, beside the probabilities that a model gives it, which move as one
/// draws. The model answers in the page itself, so it works offline, and after the kernel has ended.
/// </summary>
/// <remarks>What is drawn is made as the digits of MNIST are: white on black, fitted into 20 x 20 pixels, its centre of mass in the middle of 28 x 28.</remarks>
[TypeFormatterSource(typeof(DigitPadFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed class DigitPad
{
    private const int Pixels = 28 * 28;
    private const int MostParameters = 1_000_000;

    /// <summary>A pad for a model as it is now: it doesn't change when the model is trained on.</summary>
    /// <param name="model">A model of 28 x 28 pixels from 0, black, to 1, white, that ends in Softmax.</param>
    /// <param name="classNames">What the model's outputs are called; 0, 1, 2, ... when null.</param>
    /// <exception cref="ArgumentException">The model takes or answers something else, has more than a million parameters, or the names are too many or too few.</exception>
    public DigitPad(Sequential model, IReadOnlyList<string>? classNames = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        Check(model.Input.Size == Pixels, $"The model takes samples of {model.Input}, but a drawing has {Pixels} pixels: give a model for digits of 28 x 28, in the shape [28, 28, 1] or [784].");
        Check(model.Count > 0 && model[^1] is Softmax, $"The model ends in {(model.Count > 0 ? model[^1] : "nothing")}: end it with Softmax, so that it answers with probabilities.");
        Check(model.ParameterCount <= MostParameters, $"The model has {model.ParameterCount} parameters, which all would lie in the notebook: give one of {MostParameters} at most.");
        ClassNames = [.. classNames ?? [.. Enumerable.Range(0, model.Output.Size).Select(digit => Invariant.Text($"{digit}"))]];
        Check(ClassNames.Count == model.Output.Size, $"classNames has {ClassNames.Count} names, but the model tells {model.Output.Size} classes apart: give each a name.");
        Network = new PageNetwork(model);
        Model = $"{model}";
    }

    /// <summary>What the model's outputs are called.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    internal PageNetwork Network { get; }

    internal string Model { get; }

    /// <summary>What it is, in words.</summary>
    public override string ToString() =>
        $"A field to draw on, with the probabilities of {string.Join(", ", ClassNames)} beside it, for a {Model}. It needs a page that runs the notebook's scripts.";

    private static void Check(bool condition, FormattableString message)
    {
        if (!condition) throw new ArgumentException(Invariant.Text(message));
    }
}
