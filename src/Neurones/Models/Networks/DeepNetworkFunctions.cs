using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// The network of any depth, one function for each step of lesson 10: what <see cref="TwoLayerNetworkFunctions"/> write for
/// two layers is a loop over the layers 1 to C here. n0 variables in rows, m samples in columns; layer l has n_l neurons.
/// They are written to be read; <see cref="DeepNetwork"/> trains the same network faster.
/// </summary>
/// <remarks>
/// Hidden layers answer by the activation that is asked for, the output layer by the sigmoid, for the log loss.
/// Each function throws an <see cref="ArgumentException"/> that names both shapes when its matrices don't fit together, or what else is wrong.
/// </remarks>
public static class DeepNetworkFunctions
{
    /// <summary>Draws the first weights, layer by layer; the biases begin at 0.</summary>
    /// <param name="sizes">n0, n1, ..., nC: how many variables a sample has, then how many neurons each layer has.</param>
    /// <param name="random">Where the numbers come from; the same seed gives the same parameters.</param>
    /// <param name="initialisation">How large the weights begin.</param>
    /// <returns>W1 (n1, n0), b1 (n1, 1), W2 (n2, n1), b2 (n2, 1), ...</returns>
    public static NamedMatrices Initialise(
        IReadOnlyList<int> sizes, RandomState random, WeightInitialisation initialisation = WeightInitialisation.StandardNormal)
    {
        LayerChecks.Sizes(sizes);
        ArgumentNullException.ThrowIfNull(random);
        var parameters = new List<(string, Matrix<double>)>();
        for (var l = 1; l < sizes.Count; l++)
        {
            var deviation = initialisation.Deviation(inputs: sizes[l - 1], outputs: sizes[l]);
            parameters.Add(($"W{l}", random.Randn(sizes[l], sizes[l - 1]) * deviation));
            parameters.Add(($"b{l}", Matrix<double>.Build.Dense(sizes[l], 1)));
        }

        return new(parameters);
    }

    /// <summary>The answers of every layer: A_l = g(W_l A_(l-1) + b_l), from A_0 = X on; g is the sigmoid in the last layer.</summary>
    /// <param name="X">The samples, (n0, m).</param>
    /// <param name="parameters">W1, b1, W2, b2, ...</param>
    /// <param name="activation">g in the hidden layers.</param>
    /// <returns>A1 (n1, m), A2 (n2, m), ...; the last is the probability that each sample is of class 1.</returns>
    public static NamedMatrices ForwardPropagation(
        Matrix<double> X, IReadOnlyDictionary<string, Matrix<double>> parameters, HiddenActivation activation = HiddenActivation.Sigmoid)
    {
        var C = LayerChecks.Parameters(parameters);
        LayerChecks.Input(X, parameters);
        var ones = Matrix<double>.Build.Dense(1, X.ColumnCount, 1); // b ones: the biases, once for each sample.
        var activations = new List<(string, Matrix<double>)>();
        var A = X;
        for (var l = 1; l <= C; l++)
        {
            var (W, b) = (parameters[$"W{l}"], parameters[$"b{l}"]);
            LayerChecks.Fits(W, l, A);
            var Z = (W * A) + (b * ones);
            A = (l < C ? activation : HiddenActivation.Sigmoid).Of(Z);
            activations.Add(($"A{l}", A));
        }

        return new(activations);
    }

    /// <inheritdoc cref="TwoLayerNetworkFunctions.LogLoss"/>
    public static double LogLoss(Matrix<double> A, Matrix<double> y) => TwoLayerNetworkFunctions.LogLoss(A, y);

    /// <summary>
    /// The slopes of the log loss, from the last layer back to the first: dZ_C = A_C - y, then for each layer
    /// dW_l = 1/m dZ_l A_(l-1)ᵀ, db_l = 1/m Σ dZ_l, and for the layer before dZ_(l-1) = W_lᵀ dZ_l ∘ g'(Z_(l-1)).
    /// </summary>
    /// <param name="X">The samples, (n0, m).</param>
    /// <param name="y">The labels, 0 or 1, (1, m).</param>
    /// <param name="parameters">W1, b1, W2, b2, ...</param>
    /// <param name="activations">A1, A2, ... of these samples, from <see cref="ForwardPropagation"/>.</param>
    /// <param name="activation">g in the hidden layers, as in <see cref="ForwardPropagation"/>.</param>
    /// <returns>dW1, db1, dW2, db2, ...: each of the shape of its parameter.</returns>
    public static NamedMatrices BackPropagation(
        Matrix<double> X,
        Matrix<double> y,
        IReadOnlyDictionary<string, Matrix<double>> parameters,
        IReadOnlyDictionary<string, Matrix<double>> activations,
        HiddenActivation activation = HiddenActivation.Sigmoid)
    {
        var C = LayerChecks.Parameters(parameters);
        LayerChecks.Input(X, parameters);
        LayerChecks.Activations(activations, parameters, X, C);
        var A_C = activations[$"A{C}"];
        Check.Labels(y, axis: SampleAxis.Columns);
        Check.SameShape(A_C, y, $"A{C}");
        var m = y.ColumnCount;

        var gradients = new List<(string, Matrix<double>)>();
        var dZ = A_C - y;
        for (var l = C; l >= 1; l--)
        {
            var A = l > 1 ? activations[$"A{l - 1}"] : X;
            gradients.Insert(0, ($"db{l}", dZ.RowSums().ToColumnMatrix() / m));
            gradients.Insert(0, ($"dW{l}", dZ * A.Transpose() / m));
            if (l > 1)
            {
                dZ = (parameters[$"W{l}"].Transpose() * dZ).PointwiseMultiply(activation.Slope(A));
            }
        }

        return new(gradients);
    }

    /// <summary>One step down the slope: W_l - α dW_l and b_l - α db_l for each layer.</summary>
    /// <param name="gradients">dW1, db1, dW2, db2, ..., from <see cref="BackPropagation"/>.</param>
    /// <param name="parameters">W1, b1, W2, b2, ...</param>
    /// <param name="learningRate">α, the length of the step.</param>
    /// <returns>The new W1, b1, W2, b2, ...; the old ones are left as they were.</returns>
    public static NamedMatrices Update(
        IReadOnlyDictionary<string, Matrix<double>> gradients, IReadOnlyDictionary<string, Matrix<double>> parameters, double learningRate)
    {
        LayerChecks.Parameters(parameters);
        LayerChecks.Gradients(gradients, parameters);
        return new(parameters.Select(p => (p.Key, p.Value - (learningRate * gradients["d" + p.Key]))));
    }

    /// <summary>The class of each sample: 1 where the probability is at least 0.5, else 0.</summary>
    /// <param name="X">The samples, (n0, m).</param>
    /// <param name="parameters">W1, b1, W2, b2, ...</param>
    /// <param name="activation">The activation of the hidden layers.</param>
    /// <returns>The classes, (nC, m).</returns>
    public static Matrix<double> Predict(
        Matrix<double> X, IReadOnlyDictionary<string, Matrix<double>> parameters, HiddenActivation activation = HiddenActivation.Sigmoid) =>
        ForwardPropagation(X, parameters, activation).Values.Last().Map(a => a >= 0.5 ? 1.0 : 0.0);
}
