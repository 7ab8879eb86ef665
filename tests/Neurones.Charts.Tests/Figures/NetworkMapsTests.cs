using System.Text.Json.Nodes;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Tests.Figures;

public class NetworkMapsTests
{
    private static readonly Matrix<double> X = Samples.X.Transpose();
    private static readonly Matrix<double> y = Samples.y.Transpose();

    [Fact]
    public void Each_neuron_of_each_layer_has_a_map_of_its_own_activation()
    {
        var maps = Maps(Chart.NetworkMaps(Samples.Network, X, y));
        Assert.Equal(["a<sub>1</sub><sup>[1]</sup>", "a<sub>2</sub><sup>[1]</sup>", "a<sub>3</sub><sup>[1]</sup>", "a<sub>1</sub><sup>[2]</sup>"], maps.Select(map => (string)map["name"]!));
        foreach (var (row, column) in new[] { (0, 0), (7, 31), (39, 12) })
        {
            var x = Matrix<double>.Build.Dense(2, 1, [FigureJson.Numbers(maps[0]["x"])[column]!.Value, FigureJson.Numbers(maps[0]["y"])[row]!.Value]);
            var A1 = Sigmoid((Samples.Network["W1"] * x) + Samples.Network["b1"]);
            var A2 = Sigmoid((Samples.Network["W2"] * A1) + Samples.Network["b2"]);
            Assert.All(A1.Enumerate().Concat(A2.Enumerate()).Zip(maps), pair => Assert.Equal(pair.First, FigureJson.Grid(pair.Second["z"])[row][column]!.Value, 6e-4));
        }

        static Matrix<double> Sigmoid(Matrix<double> Z) => 1 / (1 + (-Z).PointwiseExp());
    }

    [Fact]
    public void Maps_stand_where_their_lines_end_and_do_not_touch()
    {
        var figure = Chart.NetworkMaps(Samples.Network, X, y);
        var layout = FigureJson.Of(figure)["layout"]!;
        var boxes = Maps(figure).Select(map => (Across: Domain(map, "xaxis"), Up: Domain(map, "yaxis"))).ToArray();
        Assert.All(boxes[..3].Zip(boxes[1..3]), pair => Assert.True(pair.First.Up[0]!.Value > pair.Second.Up[1]!.Value));
        Assert.All(boxes[..3], box => Assert.True(box.Across[1]!.Value < boxes[3].Across[0]!.Value));

        // On the sheet, which is 100 wide, layer 1 is entered at its left edge and left at its right one.
        var ends = FigureJson.Traces(figure).Where(trace => trace!["line"] is not null && (string?)trace["type"] != "contour")
            .SelectMany(trace => FigureJson.Numbers(trace!["x"])).OfType<double>().Select(x => Math.Round(x, 2)).Distinct().Order();
        Assert.Equal(new[] { 10, 100 * boxes[0].Across[0]!.Value, 100 * boxes[0].Across[1]!.Value, 100 * boxes[3].Across[0]!.Value }.Select(x => Math.Round(x, 2)), ends);

        double?[] Domain(JsonNode map, string axis) => [.. FigureJson.Numbers(layout[axis + ((string)map[axis[..5]]!)[1..]]!["domain"])];
    }

    [Fact]
    public void A_screen_reader_learns_the_weights_of_each_neuron() => Assert.Contains(
        "Layer 2, neuron 1: weights 0.5, -3, 1, at least 0.5 on",
        Chart.NetworkMaps(Samples.Network, X, y).AltText,
        StringComparison.Ordinal);

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Assert.StartsWith("X is 5x2, but a network's points stand in columns", Refusal(Samples.Network, Samples.X, Samples.y), StringComparison.Ordinal);
        Assert.StartsWith("W1 must be n1x2 to be drawn over the plane, but the network has 3 inputs: draw it with Chart.Network.", Refusal(Network(3, 4)), StringComparison.Ordinal);
        Assert.StartsWith("A layer has 9 neurons, but more than 8 maps", Refusal(Network(2, 9)), StringComparison.Ordinal);
        Assert.StartsWith(
            "W1 must be n1x2 to be drawn over the plane, but the network has 2 inputs and no layers",
            Refusal(new NamedMatrices(("W", Samples.W), ("b", Matrix<double>.Build.Dense(1, 1)))),
            StringComparison.Ordinal);
    }

    private static string Refusal(NamedMatrices parameters, Matrix<double>? points = null, Matrix<double>? labels = null) =>
        Assert.Throws<ArgumentException>(() => Chart.NetworkMaps(parameters, points ?? X, labels ?? y)).Message;

    private static NamedMatrices Network(int n0, int n1) => TwoLayerNetworkFunctions.Initialise(n0, n1, 1, new RandomState(0));

    private static JsonNode[] Maps(Figure figure) => [.. FigureJson.Traces(figure).Where(trace => (string?)trace!["type"] == "contour").Select(trace => trace!)];
}
