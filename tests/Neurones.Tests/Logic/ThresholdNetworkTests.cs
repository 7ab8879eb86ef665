namespace Neurones.Tests;

public class ThresholdNetworkTests
{
    private static readonly ThresholdLogicUnit OnlyFirst = new([1, -1], 1);
    private static readonly ThresholdLogicUnit OnlySecond = new([-1, 1], 1);

    private static readonly ThresholdNetwork Xor = new([OnlyFirst, OnlySecond], [ThresholdLogicUnit.Or()]);

    [Fact]
    public void Two_layers_do_what_one_unit_cannot()
    {
        Assert.Equal("XOR", TruthTable.Of(Xor).Name);
        Assert.Equal("XNOR", TruthTable.Of(new ThresholdNetwork([OnlyFirst, OnlySecond], [ThresholdLogicUnit.Or()], [ThresholdLogicUnit.Not()])).Name);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 97)]
    public void Two_layers_do_every_function(int inputs, int every) =>
        Assert.All(TruthTable.All(inputs).Where((_, number) => number % every == 0 || number == (1 << (1 << inputs)) - 1), function =>
        {
            var network = ThresholdNetwork.For(function);
            Assert.Equal(function, TruthTable.Of(network));
            Assert.Equal(2, network.Layers.Count);
            Assert.Equal(Math.Max(1, function.Outputs.Sum()), network.Layers[0].Count);
        });

    [Fact]
    public void A_connection_can_be_absent()
    {
        var network = new ThresholdNetwork([OnlyFirst, OnlySecond], [new([0, 1], 1)]);
        Assert.Equal("x2 AND NOT x1", TruthTable.Of(network).Name);
    }

    [Fact]
    public void Prints_a_line_for_each_unit()
    {
        Assert.Equal("u1 = x1 - x2 >= 1\nu2 = -x1 + x2 >= 1\ny = u1 + u2 >= 1", Xor.ToString());
        var deeper = new ThresholdNetwork([OnlyFirst, OnlySecond], [ThresholdLogicUnit.Or(), ThresholdLogicUnit.And()], [OnlyFirst]);
        Assert.EndsWith("u3 = u1 + u2 >= 1\nu4 = u1 + u2 >= 2\ny = u3 - u4 >= 1", deeper.ToString(), StringComparison.Ordinal);
        Assert.Equal("y = x1 + x2 >= 2", new ThresholdNetwork([ThresholdLogicUnit.And()]).ToString());
    }

    [Fact]
    public void Nobody_changes_a_network_once_it_is_built()
    {
        ThresholdLogicUnit[] layer = [OnlyFirst, OnlySecond];
        var network = new ThresholdNetwork(layer, [ThresholdLogicUnit.Or()]);
        layer[0] = OnlySecond;
        Assert.Equal("XOR", TruthTable.Of(network).Name);
    }

    [Fact]
    public void Says_what_cannot_be_connected_or_answered()
    {
        var or = ThresholdLogicUnit.Or();
        Fails("The network has no layers: give one or more, the last of a single unit.", () => new ThresholdNetwork());
        Fails("Layer 2 has no units: give it one or more.", () => new ThresholdNetwork([or], []));
        Fails("Layer 1 has a unit that is null: build it first.", () => new ThresholdNetwork([or, null!], [or]));
        Fails("The last layer has 2 units: it must have one, whose answer is the network's.", () => new ThresholdNetwork([or, or]));
        Fails("The number of inputs of unit 2 of layer 1 (x1 + x2 + x3 >= 1) is 3 but must be 2, as many as its first unit has: give it a weight for each, 0 where it isn't connected.",
            () => new ThresholdNetwork([or, ThresholdLogicUnit.Or(3)], [or]));
        Fails("The number of inputs of unit 1 of layer 2 (x1 + x2 >= 1) is 2 but must be 3, as many as there are units in the layer before: give it a weight for each, 0 where it isn't connected.",
            () => new ThresholdNetwork([or, or, or], [or]));
        Fails("The number of inputs given is 1 but must be 2: give a 0 or a 1 for each.", () => Xor.Output(1));
        Fails("x1 is 2: an input is off (0) or on (1).", () => Xor.Output(2, 0));
        Assert.Equal("layers", Assert.Throws<ArgumentNullException>(() => new ThresholdNetwork([or], null!)).ParamName);
        Assert.Equal("function", Assert.Throws<ArgumentNullException>(() => ThresholdNetwork.For(null!)).ParamName);

        static void Fails(string message, Func<object> build) => Assert.Equal(message, Assert.Throws<ArgumentException>(build).Message);
    }
}
