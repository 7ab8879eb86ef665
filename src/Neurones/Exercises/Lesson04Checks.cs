using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Exercises;

/// <summary>The checks of lesson 4's exercises. Each knows the usual mistakes and has a hint for every one of them.</summary>
public static partial class Lesson04Checks
{
    /// <summary>Exercise 1: the shapes of three products, where X is (100, 5) and W is (5, 1).</summary>
    /// <param name="XW">The learner's shape of X W; (0, 0) while there is none.</param>
    /// <param name="XtX">The same of Xᵀ X.</param>
    /// <param name="XXt">The same of X Xᵀ.</param>
    public static Verdict Shapes((int Rows, int Columns) XW, (int Rows, int Columns) XtX, (int Rows, int Columns) XXt) =>
        ShapesVerdict(XW, XtX, XXt);

    /// <summary>Exercise 2: the product of P = (1 2; 3 4) and Q = (5 6; 7 8).</summary>
    /// <param name="product">The learner's product, 2 x 2; NaN where there is no answer yet.</param>
    public static Verdict Product(double[,] product)
    {
        ArgumentNullException.ThrowIfNull(product);
        return ProductVerdict(Matrix<double>.Build.DenseOfArray(product));
    }

    /// <summary>Exercise 3: the mean of each variable.</summary>
    /// <param name="means">The learner's function: X, (m, n), gives the means of its columns, (1, n).</param>
    public static Verdict Means(Func<Matrix<double>, Matrix<double>> means) => Verdict.Of(() => MeansVerdict(means));

    /// <summary>Exercise 4: the log loss, by products of matrices.</summary>
    /// <param name="loss">The learner's function: A, (m, 1), and y, (m, 1), give the log loss.</param>
    public static Verdict LossByProducts(Func<Matrix<double>, Matrix<double>, double> loss) => Verdict.Of(() => LossByProductsVerdict(loss));

    /// <summary>Exercise 5: all gradients by one product.</summary>
    /// <param name="gradients">The learner's function: A, (m, 1), X, (m, n), and y, (m, 1), give db above dW, (n + 1, 1).</param>
    public static Verdict AllGradients(Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>> gradients) =>
        Verdict.Of(() => AllGradientsVerdict(gradients));
}
