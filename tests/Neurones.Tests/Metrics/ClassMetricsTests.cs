using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

public class ClassMetricsTests
{
    public sealed record Confusion(double[] Y, double[] Predicted, double[][] Counts, double Accuracy);

    public sealed record Binary(double[] Y, double[] Predicted, double Precision, double Recall, double F1);

    public sealed record Peer(Confusion Confusion, Binary[] Binary);

    private static readonly Peer Values = ParityValues.Load<Peer>("data-metrics.json");

    [Fact]
    public void Confusion_matrix_is_scikit_learns_and_accuracy_its_diagonal()
    {
        var (y, predicted) = (ParityValues.Column(Values.Confusion.Y), ParityValues.Column(Values.Confusion.Predicted));
        Near.Equal(ParityValues.Matrix(Values.Confusion.Counts), Metrics.ConfusionMatrix(y, predicted).Counts, 0);
        Near.Equal(Values.Confusion.Accuracy, Metrics.Accuracy(y, predicted), 1e-15);
    }

    [Fact]
    public void Precision_recall_and_F1_are_scikit_learns_and_0_where_nothing_can_be_divided() =>
        Assert.All(Values.Binary, peer =>
        {
            var (y, predicted) = (ParityValues.Column(peer.Y), ParityValues.Column(peer.Predicted));
            Near.Equal(peer.Precision, Metrics.Precision(y, predicted), 1e-15);
            Near.Equal(peer.Recall, Metrics.Recall(y, predicted), 1e-15);
            Near.Equal(peer.F1, Metrics.F1(y, predicted), 1e-15);
        });

    [Fact]
    public void Every_sample_is_counted_in_the_row_of_its_class() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyArray<(byte Truth, byte Answer)>>(), samples =>
        {
            var y = ParityValues.Column(samples.Get.Select(s => (double)(s.Truth % 5)));
            var predicted = ParityValues.Column(samples.Get.Select(s => (double)(s.Answer % 5)));
            var counts = Metrics.ConfusionMatrix(y, predicted).Counts;
            return counts.RowSums().Index().All(row => row.Item == y.Enumerate().Count(label => label == row.Index))
                && counts.ColumnSums().Index().All(column => column.Item == predicted.Enumerate().Count(label => label == column.Index))
                && Math.Abs(Metrics.Accuracy(y, predicted) - (counts.Trace() / samples.Get.Length)) < 1e-12;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_table_says_what_its_rows_and_columns_are()
    {
        var (y, predicted) = (ParityValues.Matrix([[0, 0, 1, 1, 1]]), ParityValues.Matrix([[0, 1, 1, 1, 1]]));
        Assert.Equal("""
            predicted  0  1
            truth 0    1  1
            truth 1    0  3
            """, Metrics.ConfusionMatrix(y, predicted).ToString());
        Assert.Equal("""
            predicted        cat     dog  rabbit
            truth cat          1       1       0
            truth dog          0       3       0
            truth rabbit       0       0       0
            """,
            Metrics.ConfusionMatrix(y, predicted, ["cat", "dog", "rabbit"]).ToString());
    }

    [Fact]
    public void Samples_without_any_of_class_1_still_have_two_classes()
    {
        var zeros = Matrix<double>.Build.Dense(3, 1);
        var confusion = Metrics.ConfusionMatrix(zeros, zeros);
        Assert.Equal((3, 0, 0, 0), (confusion[0, 0], confusion[0, 1], confusion[1, 0], confusion[1, 1]));
    }

    [Fact]
    public void Bad_input_is_named()
    {
        using var french = new FrenchCulture();
        var (y, predicted) = (ParityValues.Column([0, 1, 2]), ParityValues.Column([0, 0.5, 2]));
        const string NoClass = "predicted must hold classes, whole numbers from 0 to 999, but has 0.5 at row 1 (counted from 0): of probabilities take the class first, as Predict does.";
        Assert.Equal(NoClass, Fails(() => Metrics.Accuracy(y, predicted)));
        Assert.Equal(NoClass, Fails(() => Metrics.ConfusionMatrix(y, predicted)));
        Assert.StartsWith("y must hold classes", Fails(() => Metrics.Accuracy(predicted, y)));
        Assert.StartsWith("y must hold labels, 0 or 1, but has 2 at row 2", Fails(() => Metrics.Precision(y, y)));
        Assert.StartsWith("predicted must hold labels, 0 or 1, but has 0.5 at row 1", Fails(() => Metrics.Recall(y.Map(label => label % 2), predicted)));
        Assert.Equal("classNames has 2 names, but y or predicted has class 2: classes are counted from 0; give each its name.",
            Fails(() => Metrics.ConfusionMatrix(y, y, ["cat", "dog"])));
        Assert.Equal("There is no count for truth 3 and predicted 0: the 3 classes are 0 to 2.", Fails(() => Metrics.ConfusionMatrix(y, y)[3, 0]));
        Assert.StartsWith("predicted is 1x3 but y is 3x1", Fails(() => Metrics.F1(y.Map(label => label % 2), y.Transpose())));
    }

    private static string Fails(Func<object> measure) => Assert.Throws<ArgumentException>(measure).Message;
}
