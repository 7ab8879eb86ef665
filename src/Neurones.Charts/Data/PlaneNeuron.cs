using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Data;

/// <summary>A neuron of two variables: a = sigmoid(w1 x1 + w2 x2 + b).</summary>
internal readonly record struct PlaneNeuron(double W1, double W2, double b)
{
    /// <exception cref="ArgumentException">W hasn't two weights.</exception>
    public static PlaneNeuron Of(Matrix<double> W, double b)
    {
        ArgumentNullException.ThrowIfNull(W);
        return W.RowCount == 2 && W.ColumnCount == 1
            ? new(W[0, 0], W[1, 0], b)
            : throw new ArgumentException(
                Invariant.Text($"W is {W.RowCount}x{W.ColumnCount}, but a neuron of the plane has 2 weights: W must be 2x1."), nameof(W));
    }

    public double Z(double x1, double x2) => (W1 * x1) + (W2 * x2) + b;

    public double A(double x1, double x2) => Sigmoid(Z(x1, x2));

    public static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    /// <summary>The two ends of the decision boundary w1 x1 + w2 x2 + b = 0 in a rectangle; NaN where it doesn't cross it.</summary>
    public (ImmutableArray<double> X1, ImmutableArray<double> X2) Boundary(Interval x1, Interval x2)
    {
        // The rectangle's edges are walked round; the line goes through those whose ends have z of different signs.
        (double X1, double X2)[] corners = [(x1.Min, x2.Min), (x1.Max, x2.Min), (x1.Max, x2.Max), (x1.Min, x2.Max)];
        var ends = new List<(double X1, double X2)>();
        for (var i = 0; i < corners.Length; i++)
        {
            var (from, to) = (corners[i], corners[(i + 1) % corners.Length]);
            var (zFrom, zTo) = (Z(from.X1, from.X2), Z(to.X1, to.X2));
            if (zFrom < 0 == zTo < 0) continue;

            var t = zFrom / (zFrom - zTo);
            ends.Add((from.X1 + (t * (to.X1 - from.X1)), from.X2 + (t * (to.X2 - from.X2))));
        }

        return ends.Count == 2
            ? ([ends[0].X1, ends[1].X1], [ends[0].X2, ends[1].X2])
            : ([double.NaN, double.NaN], [double.NaN, double.NaN]);
    }
}
