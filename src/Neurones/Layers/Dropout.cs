namespace Neurones;

/// <summary>
/// While training, sets each number to 0 with some probability, and scales up the others, so that no neuron can rely on
/// a single other one; otherwise it changes nothing.
/// </summary>
/// <remarks>Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: a simple way to prevent neural networks from overfitting", 2014.</remarks>
public sealed class Dropout : Layer
{
    /// <summary>A layer such as <c>new Dropout(0.5)</c>.</summary>
    /// <param name="rate">The probability that a number is dropped, from 0 to less than 1.</param>
    /// <exception cref="ArgumentException">It isn't.</exception>
    public Dropout(double rate)
    {
        Check.That(rate is >= 0 and < 1, $"rate is {rate}: the probability to drop a number is 0 or more and less than 1, such as 0.5.");
        Rate = rate;
    }

    /// <summary>The probability that a number is dropped.</summary>
    public double Rate { get; }

    /// <summary>Such as "Dropout(0.5)".</summary>
    public override string ToString() => FormattableString.Invariant($"Dropout({Rate})");

    internal override TensorShape OutputFor(TensorShape input, string layer) => input;

    internal override LayerPass Pass(TensorShape input, TensorShape output, int samples, bool inPlace) =>
        new DropoutPass(input.Size, Rate, inPlace ? null : new float[samples * input.Size], new float[samples * input.Size]);
}
