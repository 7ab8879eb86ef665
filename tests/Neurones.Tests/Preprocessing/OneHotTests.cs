using FsCheck;
using FsCheck.Fluent;

namespace Neurones.Tests;

public class OneHotTests
{
    public sealed record Encoded(double[] Y, int Classes, double[][] encoded);

    public sealed record Peer(Encoded OneHot);

    [Fact]
    public void Encodes_as_scikit_learn_a_class_without_samples_too()
    {
        var peer = ParityValues.Load<Peer>("data-preprocessing.json").OneHot;
        Near.Equal(ParityValues.Matrix(peer.encoded), OneHot.Encode(ParityValues.Column(peer.Y), peer.Classes), 0);
    }

    [Fact]
    public void Decoding_gives_the_labels_back() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyArray<byte>>(), labels =>
        {
            var y = ParityValues.Column(labels.Get.Select(label => (double)label));
            var Y = OneHot.Encode(y);
            return Y.ColumnCount == 1 + labels.Get.Max() && Y.RowSums().All(sum => sum == 1) && OneHot.Decode(Y).Equals(y);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Decoding_takes_the_most_probable_class_and_of_equal_ones_the_first() =>
        Assert.Equal([2, 0, 1], OneHot.Decode(ParityValues.Matrix([[0.1, 0.2, 0.7], [0.4, 0.4, 0.2], [-3, -1, -1]])).Column(0));

    [Fact]
    public void Bad_input_is_named()
    {
        using var french = new FrenchCulture();
        Assert.Equal("y has label 2 but classes is 2: labels are 0 to classes - 1; give 3 or more.",
            Fails(() => OneHot.Encode(ParityValues.Column([0, 2]), 2)));
        Assert.StartsWith("y must hold classes, whole numbers from 0 to 999, but has 0.5 at row 1 (counted from 0)",
            Fails(() => OneHot.Encode(ParityValues.Column([0, 0.5]))));
        Assert.StartsWith("y must hold classes, whole numbers from 0 to 999, but has -1 at row 0", Fails(() => OneHot.Encode(ParityValues.Column([-1]))));
        Assert.StartsWith("y must hold classes, whole numbers from 0 to 999, but has NaN", Fails(() => OneHot.Encode(ParityValues.Column([double.NaN]))));
        Assert.StartsWith("y is 1x2 but must be one column", Fails(() => OneHot.Encode(ParityValues.Matrix([[0, 1]]))));
        Assert.StartsWith("Y has NaN at row 0, column 1", Fails(() => OneHot.Decode(ParityValues.Matrix([[0, double.NaN]]))));
    }

    private static string Fails(Func<object> use) => Assert.Throws<ArgumentException>(use).Message;
}
