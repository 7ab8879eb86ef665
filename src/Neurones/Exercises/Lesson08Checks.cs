using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Exercises;

/// <summary>The checks of lesson 8's exercises. Each knows the usual mistakes and has a hint for every one of them.</summary>
public static partial class Lesson08Checks
{
    /// <summary>Exercise 1: the shapes of four gradients in a network of 5 variables, 8 hidden neurons and 1 output, with 50 samples.</summary>
    /// <param name="dZ1">The learner's shape of dZ1; (0, 0) while there is none.</param>
    /// <param name="dW1">The same of dW1.</param>
    /// <param name="db1">The same of db1.</param>
    /// <param name="dW2">The same of dW2.</param>
    public static Verdict Shapes((int Rows, int Columns) dZ1, (int Rows, int Columns) dW1, (int Rows, int Columns) db1, (int Rows, int Columns) dW2) =>
        ShapesVerdict(dZ1, dW1, db1, dW2);

    /// <summary>Exercise 2: the slopes of one sample, x = 2 of class 1, with a1 = 0.5, w2 = 3 and a2 = 0.8.</summary>
    /// <param name="dz2">The learner's slope along z of the output; NaN while there is none.</param>
    /// <param name="dw2">The same along the output's weight.</param>
    /// <param name="dz1">The same along z of the hidden neuron.</param>
    /// <param name="dw1">The same along the hidden neuron's weight.</param>
    public static Verdict ByHand(double dz2, double dw2, double dz1, double dw1) => ByHandVerdict(dz2, dw2, dz1, dw1);

    /// <summary>Exercise 3: dZ1 of a hidden layer that uses tanh.</summary>
    /// <param name="blame">The learner's function: W2, (n2, n1), dZ2, (n2, m), and A1, (n1, m), give dZ1, (n1, m).</param>
    public static Verdict TanhBlame(Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>> blame) =>
        Verdict.Of(() => TanhBlameVerdict(blame));

    /// <summary>Exercise 4: dZ2 where the loss is half the squared error.</summary>
    /// <param name="slope">The learner's function: A2, (1, m), and y, (1, m), give dZ2, (1, m).</param>
    public static Verdict SquaredErrorSlope(Func<Matrix<double>, Matrix<double>, Matrix<double>> slope) =>
        Verdict.Of(() => SquaredErrorVerdict(slope));

    /// <summary>Exercise 5: how each sample's loss changes with its inputs.</summary>
    /// <param name="slopes">The learner's function: W1, (n1, n0), and dZ1, (n1, m), give dX, (n0, m).</param>
    public static Verdict InputSlopes(Func<Matrix<double>, Matrix<double>, Matrix<double>> slopes) =>
        Verdict.Of(() => InputSlopesVerdict(slopes));
}
