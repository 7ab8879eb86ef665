using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

/// <summary>
/// The course's lab on normalisation calls its log loss with the arguments swapped, (y, A) for (A, y), so that the cost
/// it plots is no log loss but the mean absolute error, blown up. Nothing warns: NumPy computes it all the same.
/// </summary>
public class SwappedLogLossTests
{
    private static readonly Matrix<double> A = ParityValues.Column([0.9, 0.2, 0.6, 0.01]);
    private static readonly Matrix<double> y = ParityValues.Column([1.0, 0, 0, 1]);

    [Fact]
    public void In_the_lab_the_price_grows_in_proportion_to_the_error()
    {
        var error = (A - y).PointwiseAbs().Enumerate().Average();
        Near.Equal(-Math.Log(1e-15) * error, LabLogLoss(y, A), 1e-12);
        Near.Equal(LabLogLoss(A, y), LogisticNeuronFunctions.LogLoss(A, y), 1e-12);
        Assert.True(LabLogLoss(y, A) > 10 * LabLogLoss(A, y));
    }

    [Fact]
    public void Ours_refuses_swapped_arguments()
    {
        Refuses(() => LogisticNeuronFunctions.LogLoss(y, A));
        Refuses(() => Metrics.LogLoss(A, y));

        static void Refuses(Func<object> logLoss) =>
            Assert.EndsWith("are the arguments in the right order?", Assert.Throws<ArgumentException>(logLoss).Message, StringComparison.Ordinal);
    }

    // As the lab has it: a formula that takes anything.
    private static double LabLogLoss(Matrix<double> A, Matrix<double> y) =>
        -A.Enumerate().Zip(y.Enumerate(), (a, label) => (label * Math.Log(a + 1e-15)) + ((1 - label) * Math.Log(1 - a + 1e-15))).Average();
}
