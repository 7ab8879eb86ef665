using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Tests.Figures;

public class DecisionBoundariesTests
{
    [Fact]
    public void Each_model_has_a_map_of_its_own_answers_on_its_own_axes()
    {
        var maps = FigureJson.Traces(Of(("by x1", ByX1), ("by x2", ByX2))).Where(trace => (string?)trace!["type"] == "contour").ToArray();
        Assert.Equal(["x", "x2"], maps.Select(map => (string?)map!["xaxis"] ?? "x"));
        for (var model = 0; model < 2; model++)
        {
            var (x1, x2, a) = (FigureJson.Numbers(maps[model]!["x"]), FigureJson.Numbers(maps[model]!["y"]), FigureJson.Grid(maps[model]!["z"]));
            foreach (var (row, column) in new[] { (0, 0), (7, 41), (49, 12) })
            {
                Assert.Equal(Sigmoid((model == 0 ? x1[column] : x2[row])!.Value), a[row][column]!.Value, 6e-5);
            }
        }
    }

    [Fact]
    public void The_names_stand_above_the_maps_and_the_text_tells_each_share()
    {
        var figure = Of(("by x1", ByX1), ("always", X => X.SubMatrix(0, 1, 0, X.ColumnCount) * 0 + 1));
        Assert.Equal(["by x1", "always"], FigureJson.Of(figure)["layout"]!["annotations"]!.AsArray().Select(title => (string?)title!["text"]));
        Assert.Contains("for 2 models. by x1 answers class 1 on ", figure.AltText, StringComparison.Ordinal);
        Assert.Contains("always answers class 1 on 100 % of the map.", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_in_rows_and_in_columns_are_drawn_alike()
    {
        var inRows = Chart.DecisionBoundaries([("neuron", Samples.Predict)], Samples.X, Samples.y);
        var inColumns = Of(("neuron", X => Samples.Predict(X.Transpose()).Transpose()));
        Assert.Equal(inRows.ToJson(), inColumns.ToJson());
    }

    [Fact]
    public void Nothing_to_draw_is_refused()
    {
        Assert.StartsWith("There is no model", Assert.Throws<ArgumentException>(() => Of()).Message, StringComparison.Ordinal);
        Assert.StartsWith("predict returned 2x2500", Assert.Throws<ArgumentException>(() => Of(("identity", X => X))).Message, StringComparison.Ordinal);
    }

    private static Figure Of(params (string, Func<Matrix<double>, Matrix<double>>)[] models) =>
        Chart.DecisionBoundaries(models, Samples.X.Transpose(), Samples.y.Transpose());

    private static Matrix<double> ByX1(Matrix<double> X) => X.SubMatrix(0, 1, 0, X.ColumnCount).Map(Sigmoid);

    private static Matrix<double> ByX2(Matrix<double> X) => X.SubMatrix(1, 1, 0, X.ColumnCount).Map(Sigmoid);

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}
