using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Exercises;

/// <summary>The checks of lesson 13's exercises. Each knows the usual mistakes and has a hint for every one of them.</summary>
public static partial class Lesson13Checks
{
    /// <summary>Exercise 1: the convolution of (2, 0, 1 / 1, 3, -1 / 0, 2, 4) with the kernel (1, 2 / 0, -1).</summary>
    /// <param name="z11">The learner's number in row 1, column 1; NaN while there is none.</param>
    /// <param name="z12">The same in row 1, column 2.</param>
    /// <param name="z21">The same in row 2, column 1.</param>
    /// <param name="z22">The same in row 2, column 2.</param>
    public static Verdict ByHand(double z11, double z12, double z21, double z22) => ByHandVerdict([z11, z12, z21, z22]);

    /// <summary>
    /// Exercise 2: the shapes in which a photo of 32 x 32 x 3 leaves Convolution2D(16, 5), MaxPooling2D(2) and
    /// Convolution2D(32, 3) with stride 2 and same padding.
    /// </summary>
    /// <param name="convolved">The learner's shape behind the first layer; (0, 0, 0) while there is none.</param>
    /// <param name="pooled">The same behind the second.</param>
    /// <param name="strided">The same behind the third.</param>
    public static Verdict Shapes((int, int, int) convolved, (int, int, int) pooled, (int, int, int) strided) =>
        ShapesVerdict(convolved, pooled, strided);

    /// <summary>Exercise 3: how many parameters the two convolutions of exercise 2 have.</summary>
    /// <param name="first">The learner's number for Convolution2D(16, 5) on 3 channels; 0 while there is none.</param>
    /// <param name="second">The same for Convolution2D(32, 3) on 16 channels.</param>
    public static Verdict Parameters(int first, int second) => ParametersVerdict(first, second);

    /// <summary>Exercise 4: a kernel that moves a picture one pixel to the right.</summary>
    /// <param name="K">The learner's kernel, (3, 3).</param>
    public static Verdict Shift(Matrix<double> K) => Verdict.Of(() => ShiftVerdict(K));

    /// <summary>Exercise 5: average pooling with windows of 2 x 2, forward and back.</summary>
    /// <param name="pool">The learner's function: X, (2 h, 2 w), gives A, (h, w).</param>
    /// <param name="back">The learner's function: dA, (h, w), gives dX, (2 h, 2 w).</param>
    public static Verdict AveragePooling(Func<Matrix<double>, Matrix<double>> pool, Func<Matrix<double>, Matrix<double>> back) =>
        Verdict.Of(() => AveragePoolingVerdict(pool, back));
}
