namespace Neurones;

/// <summary>
/// Filters that slide over a photo: each answers, at every place, with the sum of the pixels under its kernel times its
/// weights, plus its bias. What it computes is shown by <see cref="ConvolutionFunctions"/>.
/// </summary>
/// <remarks>
/// Samples are (height, width, channels), answers (height, width, filters). W is (kernel rows, kernel columns, channels,
/// filters), b is (filters). As everywhere in the field the kernel isn't flipped: it is a cross-correlation.
/// </remarks>
public sealed class Convolution2D : WeightedLayer
{
    /// <summary>A layer such as <c>new Convolution2D(8, kernelSize: 3)</c>.</summary>
    /// <param name="filters">How many filters it has, 1 or more.</param>
    /// <param name="kernelSize">Rows and columns of each kernel, 1 or more.</param>
    /// <exception cref="ArgumentException">One of them is less than 1.</exception>
    public Convolution2D(int filters, int kernelSize)
    {
        Check.That(filters > 0, $"A convolution of {filters} filters was asked for: it has 1 filter or more.");
        Check.That(kernelSize > 0, $"kernelSize is {kernelSize}: a kernel has 1 row and column or more, such as 3.");
        (Filters, KernelSize) = (filters, kernelSize);
    }

    /// <summary>How many filters it has.</summary>
    public int Filters { get; }

    /// <summary>Rows and columns of each kernel.</summary>
    public int KernelSize { get; }

    /// <summary>How many pixels the kernel moves at a time, 1 by default.</summary>
    /// <exception cref="ArgumentException">It is less than 1.</exception>
    public int Stride
    {
        get;
        init
        {
            Check.That(value > 0, $"Stride is {value}: a kernel moves by 1 pixel or more.");
            field = value;
        }
    } = 1;

    /// <summary>What happens at the border; valid by default.</summary>
    /// <exception cref="ArgumentException">There is no such padding.</exception>
    public Padding Padding
    {
        get;
        init
        {
            Check.That(Enum.IsDefined(value), $"There is no padding {value}: use Valid or Same.");
            field = value;
        }
    }

    /// <summary>Such as "Convolution2D(8, 3x3)" or "Convolution2D(8, 3x3, stride 2, same)".</summary>
    public override string ToString() => FormattableString.Invariant(
        $"Convolution2D({Filters}, {KernelSize}x{KernelSize}{(Stride > 1 ? FormattableString.Invariant($", stride {Stride}") : "")}{(Padding == Padding.Same ? ", same" : "")})");

    internal override TensorShape OutputFor(TensorShape input, string layer)
    {
        CheckPhoto(input, layer);
        Check.That(Padding == Padding.Same || (input[0] >= KernelSize && input[1] >= KernelSize),
            $"{layer} has a kernel of {KernelSize}x{KernelSize} but gets {input}: choose a smaller kernel, fewer poolings before it, or Padding = Padding.Same.");
        var shape = ShapeFor(input);
        CheckSize((Int128)KernelSize * KernelSize * input[2] * Filters, (Int128)shape.OutputHeight * shape.OutputWidth * Filters, layer);
        return [shape.OutputHeight, shape.OutputWidth, Filters];
    }

    internal override IReadOnlyList<LayerParameter> ParametersFor(TensorShape input) => Parameters(
        [KernelSize, KernelSize, input[2], Filters], KernelSize * KernelSize * input[2], KernelSize * KernelSize * Filters);

    internal override long WorkFor(TensorShape input) => (long)OutputFor(input, "").Size * KernelSize * KernelSize * input[2];

    internal override LayerPass Pass(TensorShape input, TensorShape output, int samples, bool inPlace) => new ConvolutionPass(ShapeFor(input), samples);

    /// <summary>The sample has rows, columns and channels.</summary>
    internal static void CheckPhoto(TensorShape input, string layer) => Check.That(input.Count == 3,
        $"{layer} takes samples (height, width, channels) but gets {input}: {(input.Count == 2 ? FormattableString.Invariant($"put new Reshape([{input[0]}, {input[1]}, 1]) before it.") : "put it before Flatten and Dense, or a Reshape to three axes before it.")}");

    internal ConvolutionShape ShapeFor(TensorShape input)
    {
        var rows = PaddedAxis.Of(input[0], KernelSize, Stride, Padding);
        var columns = PaddedAxis.Of(input[1], KernelSize, Stride, Padding);
        return new(input[0], input[1], input[2], Filters, KernelSize, KernelSize, Stride, rows.Before, columns.Before, rows.Steps, columns.Steps);
    }
}
