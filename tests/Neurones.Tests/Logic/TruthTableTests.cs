using System.Collections;

namespace Neurones.Tests;

public class TruthTableTests
{
    [Fact]
    public void All_gives_each_function_once_and_names_those_of_two_inputs()
    {
        var all = TruthTable.All(2).ToArray();
        Assert.Equal(
            ["FALSE", "AND", "x1 AND NOT x2", "x1", "x2 AND NOT x1", "x2", "XOR", "OR", "NOR", "XNOR", "NOT x2", "x2 IMPLIES x1", "NOT x1", "x1 IMPLIES x2", "NAND", "TRUE"],
            all.Select(function => function.Name));
        Assert.Equal(["FALSE", "x1", "NOT x1", "TRUE"], TruthTable.All(1).Select(function => function.Name));
        Assert.Equal((256, 65_536), (TruthTable.All(3).Distinct().Count(), TruthTable.All(4).Distinct().Count()));
    }

    [Fact]
    public void The_names_are_those_of_C_sharp_operators()
    {
        Is("AND", (a, b) => a & b);
        Is("OR", (a, b) => a | b);
        Is("XOR", (a, b) => a ^ b);
        Is("NAND", (a, b) => !(a & b));
        Is("NOR", (a, b) => !(a | b));
        Is("XNOR", (a, b) => a == b);
        Is("x1 IMPLIES x2", (a, b) => !a | b);
        Is("x2 IMPLIES x1", (a, b) => !b | a);
        Is("x1 AND NOT x2", (a, b) => a & !b);
        Is("x2 AND NOT x1", (a, b) => b & !a);
        Is("NOT x1", (a, _) => !a);
        Is("x2", (_, b) => b);
        Assert.Null(TruthTable.Of(3, x => x[0]).Name);

        static void Is(string name, Func<bool, bool, bool> function) =>
            Assert.Equal(name, TruthTable.Of(2, x => function(x[0] == 1, x[1] == 1) ? 1 : 0).Name);
    }

    [Fact]
    public void Rows_count_in_binary()
    {
        var table = new TruthTable(0, 1, 1, 0, 1, 0, 0, 1);
        Assert.Equal(3, table.InputCount);
        Assert.Equal(["000 0", "001 1", "010 1", "011 0", "100 1", "101 0", "110 0", "111 1"], table.Rows.Select(row => $"{string.Concat(row.Inputs)} {row.Output}"));
        Assert.Equal(table, TruthTable.Of(3, x => x.Sum() % 2));
    }

    [Fact]
    public void Tables_are_equal_when_their_answers_are()
    {
        Assert.True(new TruthTable(0, 1, 1, 1) == TruthTable.Of(ThresholdLogicUnit.Or()));
        Assert.Equal(new TruthTable(0, 1, 1, 1).GetHashCode(), TruthTable.Of(ThresholdLogicUnit.Or()).GetHashCode());
        Assert.True(new TruthTable(0, 1, 1, 1) != new TruthTable(0, 1, 1, 0));
        Assert.False(new TruthTable(0, 1).Equals(new TruthTable(0, 1, 0, 1)));
        Assert.False(new TruthTable(0, 1).Equals(null));
    }

    [Fact]
    public void Prints_itself_as_a_table()
    {
        Assert.Equal("x1 x2 | NAND\n 0  0 | 1\n 0  1 | 1\n 1  0 | 1\n 1  1 | 0", new TruthTable(1, 1, 1, 0).ToString());
        Assert.StartsWith("x1 x2 x3 | y\n 0  0  0 | 0\n", TruthTable.Of(3, x => x.Max()).ToString(), StringComparison.Ordinal);
        var ten = TruthTable.Of(10, x => x[9]).ToString().Split('\n');
        Assert.Equal("x1 x2 x3 x4 x5 x6 x7 x8 x9 x10 | y", ten[0]);
        Assert.All(ten, line => Assert.Equal(ten[0].Length, line.Length));
    }

    [Fact]
    public void Notebooks_show_a_table_by_the_formatter_convention()
    {
        var attribute = typeof(TruthTable).GetCustomAttributes(inherit: true).Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        var source = Activator.CreateInstance((Type)Property(attribute, "FormatterSourceType"))!;
        var formatters = ((IEnumerable)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!).Cast<object>().ToArray();
        var shown = formatters.ToDictionary(formatter => (string)Property(formatter, "MimeType"), formatter =>
        {
            using var text = new StringWriter();
            Assert.True((bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, [new TruthTable(0, 1), text])!);
            return text.ToString();
        });
        Assert.Equal((IEnumerable<string>)Property(attribute, "PreferredMimeTypes"), shown.Keys);
        Assert.Equal("x1 | x1\n 0 | 0\n 1 | 1", shown["text/plain"]);
        Assert.Equal(
            "<table><thead><tr><th scope=\"col\">x1</th><th scope=\"col\">x1</th></tr></thead><tbody><tr><td>0</td><td><strong>0</strong></td></tr><tr><td>1</td><td><strong>1</strong></td></tr></tbody></table>",
            shown["text/html"]);

        static object Property(object of, string name) => of.GetType().GetProperty(name)!.GetValue(of)!;
    }

    [Fact]
    public void Nobody_changes_a_table_once_it_is_made()
    {
        int[] outputs = [0, 1];
        var table = new TruthTable(outputs);
        outputs[0] = 1;
        table.Rows.First().Inputs[0] = 1;
        Assert.Equal(new TruthTable(0, 1), table);
        Assert.Equal(0, table.Rows.First().Inputs[0]);
    }

    [Fact]
    public void Says_what_is_no_table()
    {
        const string Cure = "n inputs make 2^n rows, so give 2 outputs (1 input), 4 (2 inputs), 8 (3 inputs) and so on to 1024 (10 inputs).";
        Fails($"The number of outputs given is 0: {Cure}", () => new TruthTable());
        Fails($"The number of outputs given is 1: {Cure}", () => new TruthTable(1));
        Fails($"The number of outputs given is 6: {Cure}", () => new TruthTable(0, 1, 1, 0, 0, 1));
        Fails($"The number of outputs given is 2048: {Cure}", () => new TruthTable(new int[2048]));
        Fails("The output of row 3 (counted from 0) is 2: it must be 0 or 1.", () => new TruthTable(0, 1, 1, 2));
        Fails("The output of row 3 (counted from 0) is 2: it must be 0 or 1.", () => TruthTable.Of(2, x => x.Sum()));
        Fails("A truth table of 0 inputs was asked for: it has 2^n rows, so n must be from 1 to 10.", () => TruthTable.Of(0, _ => 1));
        Fails("A truth table of 11 inputs was asked for: it has 2^n rows, so n must be from 1 to 10.", () => TruthTable.Of(ThresholdLogicUnit.And(11)));
        Fails("All functions of 5 inputs were asked for: n must be from 1 to 4; with 5 there are 4,294,967,296 of them.", () => TruthTable.All(5));
        Fails("All functions of 0 inputs were asked for: n must be from 1 to 4; with 5 there are 4,294,967,296 of them.", () => TruthTable.All(0));

        static void Fails(string message, Func<object> make) => Assert.Equal(message, Assert.Throws<ArgumentException>(make).Message);
    }
}
