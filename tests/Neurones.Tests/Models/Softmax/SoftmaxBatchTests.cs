using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using static Neurones.SoftmaxFunctions;

namespace Neurones.Tests;

public class SoftmaxBatchTests
{
    private static readonly Func<Matrix<double>, Matrix<double>, int, ITrainingBatch>[] Widths =
    [
        SoftmaxBatch.Of, (X, y, k) => new SoftmaxBatch<Lanes512>(X, y, k), (X, y, k) => new SoftmaxBatch<Lanes256>(X, y, k),
        (X, y, k) => new SoftmaxBatch<Lanes128>(X, y, k),
    ];

    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 2 }, { 7, 3, 5 }, { 32, 16, 10 }, { 33, 17, 11 }, { 100, 2, 3 }, { 50, 512, 4 }, { 600, 40, 6 }, { 1025, 9, 47 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Loss_and_gradients_of_all_samples_are_what_the_lesson_computes(int samples, int variables, int classes)
    {
        var (X, y, parameters, layout) = Draw(samples, variables, classes);
        var (W, b) = Named(parameters, layout);
        var Y = OneHot.Encode(y, classes);
        var A = Model(X, W, b);
        var (dW, db) = Gradients(A, X, Y);
        Assert.All(Widths, layOut =>
        {
            var batch = layOut(X, y, classes);
            var gradients = new double[parameters.Length];
            for (var pass = 0; pass < 2; pass++) // Nothing may be left over from the pass before.
            {
                batch.Gradients(parameters, gradients);
                Near.Equal(layout.Flatten(new NamedMatrices(("W", dW), ("b", db))), gradients, 1e-12);
                Near.Equal(CrossEntropy(A, Y), batch.EvaluateLast().Loss, 1e-12);
            }

            Assert.Equal(batch.EvaluateLast(), batch.Evaluate(parameters));
            Assert.Equal(Metrics.Accuracy(y, OneHot.Decode(A)), batch.EvaluateLast().Accuracy!.Value);
        });
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Mini_batches_are_what_the_lesson_computes(int samples, int variables, int classes)
    {
        var (X, y, first, layout) = Draw(samples, variables, classes);
        var order = new RandomState(5).Permutation(samples);
        Assert.All(new[] { 1, 5, 32, samples }.Where(size => size <= samples).Distinct(), size =>
        {
            var (W, b) = Named(first, layout);
            foreach (var batch in order.Chunk(size))
            {
                var (someX, someY) = (Rows(X, batch), OneHot.Encode(Rows(y, batch), classes));
                var (dW, db) = Gradients(Model(someX, W, b), someX, someY);
                (W, b) = Update(dW, db, W, b, 0.1);
            }

            var expected = layout.Flatten(new NamedMatrices(("W", W), ("b", b)));
            Assert.All(Widths, layOut =>
            {
                var batches = (IMiniBatches)layOut(X, y, classes);
                for (var pass = 0; pass < 2; pass++)
                {
                    var parameters = first.ToArray();
                    batches.Pass(parameters, order, size, 0.1);
                    Near.Equal(expected, parameters, 1e-11);
                }
            });
        });
    }

    [Fact]
    public void The_result_does_not_depend_on_how_threads_share_the_work()
    {
        var (X, y, first, _) = Draw(600, 784, 10);
        var order = new RandomState(5).Permutation(600);
        var threads = Control.MaxDegreeOfParallelism;
        try
        {
            Control.MaxDegreeOfParallelism = 1;
            var (alone, measured) = Run();
            Control.MaxDegreeOfParallelism = 2;
            for (var run = 0; run < 20; run++)
            {
                var (shared, again) = Run();
                Assert.Equal(alone, shared);
                Assert.Equal(measured, again);
            }
        }
        finally
        {
            Control.MaxDegreeOfParallelism = threads;
        }

        (double[], Evaluation) Run()
        {
            var batch = SoftmaxBatch.Of(X, y, 10);
            var parameters = first.ToArray();
            ((IMiniBatches)batch).Pass(parameters, order, 32, 0.01);
            var gradients = new double[parameters.Length];
            batch.Gradients(parameters, gradients);
            return ([.. parameters, .. gradients], batch.EvaluateLast());
        }
    }

    [Fact]
    public void Tiny_losses_keep_their_digits_and_large_ones_do_not_overflow()
    {
        var X = Matrix<double>.Build.Dense(1, 1, 1);
        Assert.All(new[] { 0, 1, 40, 700, 5000.0 }, distance =>
        {
            double[] parameters = [distance, 0, 0, 0];
            Assert.Equal(Math.Log(1 + Math.Exp(-distance)) is var loss && loss < 1e-15 ? Math.Exp(-distance) : loss, Loss(0), 1e-15 * Math.Exp(-distance));
            Near.Equal(distance + Logits.Softplus(-distance), Loss(1), 1e-14);

            double Loss(double label) => SoftmaxBatch.Of(X, Matrix<double>.Build.Dense(1, 1, label), 2).Evaluate(parameters).Loss;
        });
        Assert.Equal(double.NaN, SoftmaxBatch.Of(X, X, 2).Evaluate([double.NaN, 0, 0, 0]).Loss);
    }

    private static (Matrix<double> X, Matrix<double> y, double[] Parameters, ParameterLayout Layout) Draw(int samples, int variables, int classes)
    {
        var random = new RandomState(7);
        var X = random.Randn(samples, variables);
        var y = Matrix<double>.Build.Dense(samples, 1, (i, _) => i % classes);
        var parameters = new NamedMatrices(("W", random.Randn(variables, classes) / Math.Sqrt(variables)), ("b", random.Randn(1, classes)));
        var layout = ParameterLayout.Of(parameters);
        return (X, y, layout.Flatten(parameters), layout);
    }

    private static (Matrix<double> W, Matrix<double> b) Named(double[] parameters, ParameterLayout layout) =>
        layout.Name(parameters) is var named ? (named["W"], named["b"]) : default;

    private static Matrix<double> Rows(Matrix<double> matrix, int[] rows) =>
        Matrix<double>.Build.Dense(rows.Length, matrix.ColumnCount, (i, j) => matrix[rows[i], j]);
}
