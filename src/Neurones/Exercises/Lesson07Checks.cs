using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Exercises;

/// <summary>The checks of lesson 7's exercises. Each knows the usual mistakes and has a hint for every one of them.</summary>
public static partial class Lesson07Checks
{
    /// <summary>Exercise 1: shapes and parameters of a network of 3 inputs, 5 hidden neurons and 1 output, for 200 samples.</summary>
    /// <param name="W1">The learner's shape of W1; (0, 0) while there is none.</param>
    /// <param name="A1">The same of A1.</param>
    /// <param name="W2">The same of W2.</param>
    /// <param name="parameters">How many weights and biases there are in all; 0 while there is no answer.</param>
    public static Verdict Shapes((int Rows, int Columns) W1, (int Rows, int Columns) A1, (int Rows, int Columns) W2, int parameters) =>
        ShapesVerdict(W1, A1, W2, parameters);

    /// <summary>Exercise 2: the answer of a small network to x = (1, 2), computed on paper.</summary>
    /// <param name="answer">The learner's answer; NaN while there is none.</param>
    public static Verdict ByHand(double answer) => ByHandVerdict(answer);

    /// <summary>Exercise 3: forward propagation.</summary>
    /// <param name="forward">The learner's function: X, (n0, m), W1, b1, W2 and b2 give A1, (n1, m), and A2, (n2, m).</param>
    public static Verdict Forward(
        Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>, (Matrix<double> A1, Matrix<double> A2)> forward) =>
        Verdict.Of(() => ForwardVerdict(forward));

    /// <summary>Exercise 4: the weights of a network 2-2-1 that computes XOR.</summary>
    /// <param name="W1">The learner's weights of the hidden layer, 2 x 2; NaN where there is no answer yet.</param>
    /// <param name="b1">The biases of the two hidden neurons.</param>
    /// <param name="W2">The two weights of the output neuron.</param>
    /// <param name="b2">Its bias.</param>
    public static Verdict Xor(double[,] W1, double[] b1, double[] W2, double b2)
    {
        ArgumentNullException.ThrowIfNull(W1);
        ArgumentNullException.ThrowIfNull(b1);
        ArgumentNullException.ThrowIfNull(W2);
        return XorVerdict(W1, b1, W2, b2);
    }

    /// <summary>Exercise 5: the one layer that does what two layers without a sigmoid between them do.</summary>
    /// <param name="oneLayer">The learner's function: W1, (n1, n0), b1, (n1, 1), W2, (n2, n1), and b2, (n2, 1), give W, (n2, n0), and b, (n2, 1).</param>
    public static Verdict OneLayer(
        Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>, (Matrix<double> W, Matrix<double> b)> oneLayer) =>
        Verdict.Of(() => OneLayerVerdict(oneLayer));
}
