using System.Globalization;

namespace Neurones.Tests;

public class ThresholdLogicUnitTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    public void Adds_what_excites_and_takes_away_what_inhibits(int x1, int x2, int answer) =>
        Assert.Equal(answer, new ThresholdLogicUnit([1, -1], threshold: 1).Output(x1, x2));

    [Fact]
    public void An_inhibitory_input_takes_one_away_and_silences_nothing_by_itself() =>
        Assert.Equal(1, new ThresholdLogicUnit([1, 1, -1], threshold: 1).Output(1, 1, 1));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void And_or_and_not_are_what_their_names_say(int n)
    {
        Assert.Equal(TruthTable.Of(n, x => x.All(input => input == 1) ? 1 : 0), TruthTable.Of(ThresholdLogicUnit.And(n)));
        Assert.Equal(TruthTable.Of(n, x => x.Any(input => input == 1) ? 1 : 0), TruthTable.Of(ThresholdLogicUnit.Or(n)));
        Assert.Equal((1, 0), (ThresholdLogicUnit.Not().Output(0), ThresholdLogicUnit.Not().Output(1)));
    }

    [Fact]
    public void One_unit_computes_fourteen_of_the_sixteen_functions_of_two_inputs()
    {
        var beyond = TruthTable.All(2).Where(function => ThresholdLogicUnit.Find(function) is null);
        Assert.Equal(["XOR", "XNOR"], beyond.Select(function => function.Name));
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 14)]
    [InlineData(3, 56)]
    [InlineData(4, 218)]
    public void Find_gives_a_unit_exactly_where_trying_all_units_finds_one(int inputs, int reachable)
    {
        var tried = AllUnits(inputs).Select(TruthTable.Of).ToHashSet();
        var found = TruthTable.All(inputs).Where(function => ThresholdLogicUnit.Find(function) is not null).ToArray();
        Assert.Equal(reachable, found.Length);
        Assert.Equal(tried, found.ToHashSet());
        Assert.All(found, function => Assert.Equal(function, TruthTable.Of(ThresholdLogicUnit.Find(function)!)));
    }

    [Fact]
    public void Prints_itself_as_a_formula_in_any_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE"); // Its minus sign is another character.
        try
        {
            Assert.Equal("x1 - x2 >= 1", new ThresholdLogicUnit([1, -1], 1).ToString());
            Assert.Equal("-x1 + x3 >= -2", new ThresholdLogicUnit([-1, 0, 1], -2).ToString());
            Assert.Equal("0 >= 1", new ThresholdLogicUnit([0, 0], 1).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Nobody_changes_a_unit_once_it_is_built()
    {
        int[] weights = [1, 1];
        var unit = new ThresholdLogicUnit(weights, 2);
        weights[0] = -1;
        Assert.Equal([1, 1], unit.Weights);
        Assert.Throws<NotSupportedException>(() => ((IList<int>)unit.Weights)[0] = -1);
    }

    [Fact]
    public void Says_what_cannot_be_built_or_answered()
    {
        Fails("weights is empty: give one for each input, +1, -1 or 0.", () => new ThresholdLogicUnit([], 1));
        Fails("The weight of x2 is -3: an input excites (+1), inhibits (-1) or isn't connected (0); only the neurons that came later weigh their inputs.",
            () => new ThresholdLogicUnit([1, -3], 1));
        Fails("inputs is 0: a unit has 1 input or more.", () => ThresholdLogicUnit.And(0));
        Fails("inputs is -1: a unit has 1 input or more.", () => ThresholdLogicUnit.Or(-1));
        Fails("The number of inputs given is 3 but must be 2: give a 0 or a 1 for each.", () => ThresholdLogicUnit.And().Output(1, 0, 1));
        Fails("x2 is -1: an input is off (0) or on (1).", () => ThresholdLogicUnit.And().Output(1, -1));
        Assert.Equal("weights", Assert.Throws<ArgumentNullException>(() => new ThresholdLogicUnit(null!, 1)).ParamName);
        Assert.Equal("inputs", Assert.Throws<ArgumentNullException>(() => ThresholdLogicUnit.And().Output(null!)).ParamName);
        Assert.Equal("function", Assert.Throws<ArgumentNullException>(() => ThresholdLogicUnit.Find(null!)).ParamName);

        static void Fails(string message, Func<object> build) => Assert.Equal(message, Assert.Throws<ArgumentException>(build).Message);
    }

    private static IEnumerable<ThresholdLogicUnit> AllUnits(int inputs)
    {
        IEnumerable<int[]> weights = [[]];
        for (var i = 0; i < inputs; i++)
        {
            weights = weights.SelectMany(some => new[] { -1, 0, 1 }.Select(next => (int[])[.. some, next]));
        }

        return weights.SelectMany(all => Enumerable.Range(-inputs, (2 * inputs) + 2).Select(threshold => new ThresholdLogicUnit(all, threshold)));
    }
}
