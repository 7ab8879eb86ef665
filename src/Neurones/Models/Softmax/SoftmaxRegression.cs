using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// A layer of k neurons that tells k classes apart (softmax regression, or multinomial logistic regression), trained by
/// gradient descent on the cross-entropy. It computes what <see cref="SoftmaxFunctions"/> show, the loss from logits, so
/// that neither exp nor log ever overflows.
/// </summary>
/// <remarks>
/// X is (m, n): m samples in rows, n variables in columns; y is (m, 1): their classes, 0 to k - 1. With a
/// <see cref="TrainingOptions.BatchSize"/> of 32, it learns tens of thousands of photos in a second.
/// </remarks>
public sealed class SoftmaxRegression : TrainableModel
{
    /// <summary>A model that isn't trained yet.</summary>
    /// <param name="classes">k, how many classes there are, at least 2.</param>
    /// <exception cref="ArgumentException">There are fewer than 2 classes, or more than 1000.</exception>
    public SoftmaxRegression(int classes)
        : base(SampleAxis.Rows)
    {
        SoftmaxChecks.Classes(classes);
        Classes = classes;
    }

    /// <summary>k, how many classes the model tells apart.</summary>
    public int Classes { get; }

    /// <summary>The weights, (n, k): column c is what speaks for class c.</summary>
    /// <exception cref="InvalidOperationException">The model hasn't been trained.</exception>
    public Matrix<double> W => Parameters["W"];

    /// <summary>The biases, (1, k).</summary>
    /// <exception cref="InvalidOperationException">The model hasn't been trained.</exception>
    public Matrix<double> b => Parameters["b"];

    /// <summary>The probability of each class for each sample, (m, k); each row has a sum of 1.</summary>
    /// <param name="X">The samples, (m, n).</param>
    /// <exception cref="InvalidOperationException">The model hasn't been trained.</exception>
    /// <exception cref="ArgumentException">X hasn't as many variables as the model was trained on, or values that aren't numbers.</exception>
    public Matrix<double> PredictProbability(Matrix<double> X)
    {
        var state = StateFor(X);
        return SoftmaxFunctions.Model(X, state.Parameters["W"], state.Parameters["b"]);
    }

    /// <summary>The most probable class of each sample, (m, 1); the first of equal ones.</summary>
    /// <inheritdoc cref="PredictProbability"/>
    public Matrix<double> Predict(Matrix<double> X) => OneHot.Decode(PredictProbability(X));

    /// <summary>Loads a trained model; it predicts, bit for bit, what the saved one did. Its History is empty.</summary>
    /// <param name="path">A file that <see cref="TrainableModel.Save"/> wrote.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or holds another model or parameters of other shapes.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be opened.</exception>
    public static SoftmaxRegression Load(string path) => Load(path, file => new SoftmaxRegression(file.Number("classes", least: 2, Check.MostClasses)));

    private protected override string Name => "Softmax regression";

    private protected override string LossName => "cross-entropy";

    private protected override IEnumerable<(string Name, string Value)> Settings => [("classes", Classes.ToString(CultureInfo.InvariantCulture))];

    private protected override IEnumerable<(string Name, int Rows, int Columns)> Shapes(int variables) => [("W", variables, Classes), ("b", 1, Classes)];

    private protected override NamedMatrices Initialise(Matrix<double> X, RandomState random)
    {
        var (W, b) = SoftmaxFunctions.Initialise(X, Classes);
        return new(("W", W), ("b", b));
    }

    private protected override ITrainingBatch Batch(Matrix<double> X, Matrix<double> y, ParameterLayout layout) => SoftmaxBatch.Of(X, y, Classes);

    private protected override void CheckTargets(Matrix<double> y, string name, bool toLearn)
    {
        SoftmaxChecks.Labels(y, Classes, name);
        if (toLearn)
        {
            SoftmaxChecks.SeveralClasses(y, name);
        }
    }
}
