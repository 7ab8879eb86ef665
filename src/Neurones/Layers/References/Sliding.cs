using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>A window that slides over a height and a width: checked, with its zeros around the input and its number of steps.</summary>
internal readonly struct Sliding
{
    private readonly PaddedAxis _vertical;
    private readonly PaddedAxis _horizontal;

    private Sliding(PaddedAxis vertical, PaddedAxis horizontal) => (_vertical, _horizontal) = (vertical, horizontal);

    /// <summary>How many rows the output has.</summary>
    public int Rows => _vertical.Steps;

    /// <summary>How many columns the output has.</summary>
    public int Columns => _horizontal.Steps;

    /// <exception cref="ArgumentException">The window doesn't fit into the input, or the stride isn't positive.</exception>
    public static Sliding Over((int Height, int Width) input, (int Height, int Width) window, int stride, Padding padding)
    {
        Check.That(padding is Padding.Valid or Padding.Same, $"padding is {(int)padding}: it is Padding.Valid or Padding.Same.");
        Check.That(window.Height > 0 && window.Width > 0, $"The window is {window.Height}x{window.Width}: it covers a row and a column or more.");
        Check.That(stride > 0, $"stride is {stride}: the window moves by 1 or more.");
        Check.That(input.Height > 0 && input.Width > 0, $"X is {input.Height}x{input.Width}: it needs a row and a column or more.");
        Check.That(padding == Padding.Same || (window.Height <= input.Height && window.Width <= input.Width),
            $"A window of {window.Height}x{window.Width} doesn't fit into X, which is {input.Height}x{input.Width}: take a smaller one, or Padding.Same.");
        return new(
            PaddedAxis.Of(input.Height, window.Height, stride, padding),
            PaddedAxis.Of(input.Width, window.Width, stride, padding));
    }

    /// <summary>X with zeros around it.</summary>
    public Matrix<double> Pad(Matrix<double> X)
    {
        var padded = Matrix<double>.Build.Dense(_vertical.Before + X.RowCount + _vertical.After, _horizontal.Before + X.ColumnCount + _horizontal.After);
        padded.SetSubMatrix(_vertical.Before, _horizontal.Before, X);
        return padded;
    }

    /// <inheritdoc cref="Pad(Matrix{double})"/>
    public double[,,] Pad(double[,,] X)
    {
        var (height, width, channels) = (X.GetLength(0), X.GetLength(1), X.GetLength(2));
        var padded = new double[_vertical.Before + height + _vertical.After, _horizontal.Before + width + _horizontal.After, channels];
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                for (var channel = 0; channel < channels; channel++)
                {
                    padded[_vertical.Before + row, _horizontal.Before + column, channel] = X[row, column, channel];
                }
            }
        }

        return padded;
    }

    /// <summary>What stands in the place of the input, without the zeros' place around it: undoes <see cref="Pad(double[,,])"/>.</summary>
    public double[,,] Crop(double[,,] padded)
    {
        var height = padded.GetLength(0) - _vertical.Before - _vertical.After;
        var width = padded.GetLength(1) - _horizontal.Before - _horizontal.After;
        var X = new double[height, width, padded.GetLength(2)];
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                for (var channel = 0; channel < X.GetLength(2); channel++)
                {
                    X[row, column, channel] = padded[_vertical.Before + row, _horizontal.Before + column, channel];
                }
            }
        }

        return X;
    }
}
