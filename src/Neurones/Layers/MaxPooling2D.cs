using System.Text.Json.Serialization;

namespace Neurones;

/// <summary>Keeps the greatest number of each window of a photo, for each channel: a smaller photo of what matters most.</summary>
/// <remarks>Samples are (height, width, channels). Rows and columns that fill no window are left out. What it computes is shown by <see cref="MaxPoolingFunctions"/>.</remarks>
public sealed class MaxPooling2D : Layer
{
    /// <summary>A layer such as <c>new MaxPooling2D(2)</c>, which halves height and width: its windows don't overlap.</summary>
    /// <param name="size">Rows and columns of each window, 1 or more.</param>
    /// <exception cref="ArgumentException">It is less than 1.</exception>
    public MaxPooling2D(int size) : this(size, size)
    {
    }

    /// <summary>A layer such as <c>new MaxPooling2D(3, stride: 2)</c>.</summary>
    /// <param name="size">Rows and columns of each window, 1 or more.</param>
    /// <param name="stride">How many pixels the window moves at a time, 1 or more.</param>
    /// <exception cref="ArgumentException">A number is less than 1.</exception>
    [JsonConstructor]
    public MaxPooling2D(int size, int stride)
    {
        Check.That(size > 0, $"size is {size}: a window has 1 row and column or more, such as 2.");
        Check.That(stride > 0, $"stride is {stride}: a window moves by 1 pixel or more.");
        (Size, Stride) = (size, stride);
    }

    /// <summary>Rows and columns of each window.</summary>
    public int Size { get; }

    /// <summary>How many pixels the window moves at a time.</summary>
    public int Stride { get; }

    /// <summary>Such as "MaxPooling2D(2x2)".</summary>
    public override string ToString() => FormattableString.Invariant(
        $"MaxPooling2D({Size}x{Size}{(Stride != Size ? FormattableString.Invariant($", stride {Stride}") : "")})");

    internal override TensorShape OutputFor(TensorShape input, string layer)
    {
        Convolution2D.CheckPhoto(input, layer);
        Check.That(input[0] >= Size && input[1] >= Size, $"{layer} has a window of {Size}x{Size} but gets {input}: choose a smaller window, or fewer poolings before it.");
        return [((input[0] - Size) / Stride) + 1, ((input[1] - Size) / Stride) + 1, input[2]];
    }

    internal override LayerPass Pass(TensorShape input, TensorShape output, int samples, bool inPlace) =>
        new MaxPoolingPass(ShapeFor(input), samples);

    internal PoolingShape ShapeFor(TensorShape input) => new(input[0], input[1], input[2], Size, Stride);
}
