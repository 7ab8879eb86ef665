namespace Neurones;

/// <summary>
/// Max pooling of one sample, as loops to be read: of each window only the largest number is kept, channel by channel.
/// <c>MaxPooling2D</c> computes the same faster.
/// </summary>
/// <remarks>
/// The window stays inside the input: rows and columns left over below and on the right are dropped. Each function throws an
/// <see cref="ArgumentException"/> that names both shapes when its arguments don't fit together, or what else is wrong.
/// </remarks>
public static class MaxPoolingFunctions
{
    /// <summary>Keeps the largest number of each window, and notes where it was.</summary>
    /// <param name="X">One sample: (height, width, channels).</param>
    /// <param name="size">Rows and columns of the window.</param>
    /// <param name="stride">By how many rows and columns the window moves: by its size, if you don't say otherwise.</param>
    /// <returns>
    /// A, the largest numbers: (output rows, output columns, channels), and Places, for each of them the row and column of X
    /// that it came from; of equal ones the first, row by row.
    /// </returns>
    public static (double[,,] A, (int Row, int Column)[,,] Places) Forward(double[,,] X, int size = 2, int? stride = null)
    {
        ArgumentNullException.ThrowIfNull(X);
        var step = stride ?? size;
        Check.That(size <= X.GetLength(0) && size <= X.GetLength(1), $"A window of {size}x{size} doesn't fit into X, which is {Check.Shape(X)}: take a smaller one.");
        var sliding = Sliding.Over((X.GetLength(0), X.GetLength(1)), (size, size), step, Padding.Valid);
        var channels = X.GetLength(2);
        var A = new double[sliding.Rows, sliding.Columns, channels];
        var places = new (int Row, int Column)[sliding.Rows, sliding.Columns, channels];
        for (var row = 0; row < sliding.Rows; row++)
        {
            for (var column = 0; column < sliding.Columns; column++)
            {
                for (var k = 0; k < channels; k++)
                {
                    var (top, left) = (row * step, column * step);
                    var best = (Row: top, Column: left);
                    for (var i = top; i < top + size; i++)
                    {
                        for (var j = left; j < left + size; j++)
                        {
                            if (X[i, j, k] > X[best.Row, best.Column, k])
                            {
                                best = (i, j);
                            }
                        }
                    }

                    A[row, column, k] = X[best.Row, best.Column, k];
                    places[row, column, k] = best;
                }
            }
        }

        return (A, places);
    }

    /// <summary>Hands each gradient back to the number that was the largest; all others get 0, since they changed nothing.</summary>
    /// <param name="X">The sample, of which only the shape counts: (height, width, channels).</param>
    /// <param name="places">The places that <see cref="Forward"/> noted: (output rows, output columns, channels).</param>
    /// <param name="dA">The gradient of the loss along the output: (output rows, output columns, channels).</param>
    /// <returns>dX, of the shape of X.</returns>
    public static double[,,] Backward(double[,,] X, (int Row, int Column)[,,] places, double[,,] dA)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(dA);
        Check.That(Check.Shape(dA) == Check.Shape(places), $"dA is {Check.Shape(dA)} but places is {Check.Shape(places)}: dA needs a gradient for each number that Forward gives.");
        var (height, width, channels) = (X.GetLength(0), X.GetLength(1), X.GetLength(2));
        Check.That(places.GetLength(2) == channels, $"places is {Check.Shape(places)} but X is {Check.Shape(X)}: both need the same channels, as Forward gives them.");
        var dX = new double[height, width, channels];
        for (var row = 0; row < places.GetLength(0); row++)
        {
            for (var column = 0; column < places.GetLength(1); column++)
            {
                for (var k = 0; k < channels; k++)
                {
                    var (i, j) = places[row, column, k];
                    Check.That(i >= 0 && i < height && j >= 0 && j < width, $"places names row {i}, column {j}, but X is {Check.Shape(X)}: give the places that Forward noted for this X.");
                    dX[i, j, k] += dA[row, column, k];
                }
            }
        }

        return dX;
    }
}
