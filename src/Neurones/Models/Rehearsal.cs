using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// Trains small models for nothing on a thread of its own when the library is loaded: a lesson trains once, and without
/// this its first training would mostly wait for the compiler.
/// </summary>
internal static class Rehearsal
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries", Justification = "A learner's first training is fast without a word about it.")]
    internal static void Begin() =>
        new Thread(Run) { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = "Neurones rehearsal" }.Start();

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "What fails here fails again, with its message, where it is asked for.")]
    private static void Run()
    {
        try
        {
            // As many samples and neurons as it takes for every kernel to be used.
            const int Samples = 101;
            var X = Matrix<double>.Build.Dense(Samples, 2, (i, j) => i + j);
            var y = Matrix<double>.Build.Dense(Samples, 1, (i, _) => i % 2);
            var options = new TrainingOptions { Iterations = 2, LearningRate = 1e-3 };
            new LogisticNeuron().Fit(X, y, options);
            var network = new DeepNetwork(32, 32);
            network.Fit(X.Transpose(), y.Transpose(), options);
            network.PredictProbability(X.Transpose());
        }
        catch (Exception)
        {
        }
    }
}
