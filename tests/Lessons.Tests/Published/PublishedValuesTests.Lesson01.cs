using System.Globalization;

namespace Lessons.Tests;

public partial class PublishedValuesTests
{
    public static TheoryData<string, string, string, double> Lesson1
    {
        get
        {
            var values = new TheoryData<string, string, string, double>
            {
                { "x0", "data", "0: x = #", Digits4 },
                { "y0", "data", "0: x .* y = #", Digits4 },
                { "x1", "data", "1: x = #", Digits4 },
                { "y1", "data", "1: x .* y = #", Digits4 },
                { "cost of x + 2", "cost-code", @"1 x \+ 2: #", Digits4 },
                { "cost of 3 x + 1", "cost-code", @"3 x \+ 1: #", Digits4 },
                { "first a", "start-code", "a = #", Digits8 },
                { "first b", "start-code", "b = #", Digits8 },
                { "cost 0", "start-code", "cost #", Digits4 },
                { "da", "slope-code", "along a: #", Digits6 },
                { "db", "slope-code", "along b: #", Digits6 },
                { "da", "slopes-check", "da = #", Digits6 },
                { "db", "slopes-check", "db = #", Digits6 },
                { "a", "descent-code", "a = #", Digits4 },
                { "b", "descent-code", "b = #", Digits4 },
                { "a", "linear-code", "yours: .*a = #", Digits8 },
                { "b", "linear-code", "yours: .*b = #", Digits8 },
                { "a", "linear-code", "library: W = #", Digits8 },
                { "b", "linear-code", "library: .*b = #", Digits8 },
                { "AND w1 5", "steps", @"library: W = \(#,", 0 },
                { "AND w2 5", "steps", @"library: W = \(\S+, #\)", 0 },
                { "AND b 5", "steps", "library: .*b = #", 0 },
                { "separable", "rare-code", "# of 256", 0 },
                { "sigmoid'(0.5)", "derivative-code", "sigmoid: formula #", Digits6 },
                { "sigmoid'(0.5)", "derivative-code", "sigmoid: .*measured #", Digits6 },
                { "tanh'(0.5)", "derivative-code", "tanh: +formula #", Digits6 },
                { "tanh'(0.5)", "derivative-code", "tanh: .*measured #", Digits6 },
            };
            for (var iteration = 0; iteration <= 1000; iteration += 100)
            {
                values.Add(Text($"cost {iteration}"), "descent-code", Text($"iteration +{iteration}: cost #"), Digits4);
            }

            foreach (var (gate, cell) in new[] { ("AND", "train-code"), ("XOR", "cycle") })
            {
                for (var pass = 0; pass < 6; pass++)
                {
                    values.Add(Text($"{gate} wrong {pass}"), cell, Text($"pass {pass}: # wrong"), 0);
                    values.Add(Text($"{gate} w1 {pass}"), cell, Text($@"pass {pass}: .*W = \(#,"), 0);
                    values.Add(Text($"{gate} w2 {pass}"), cell, Text($@"pass {pass}: .*W = \(\S+, #\)"), 0);
                    values.Add(Text($"{gate} b {pass}"), cell, Text($"pass {pass}: .*b = #"), 0);
                }
            }

            foreach (var (neuron, cell) in new[] { ("OR", "three-learned"), ("NAND", "three-learned"), ("third", "third") })
            {
                values.Add($"{neuron} w1", cell, neuron + @": +W = \(#,", Digits4);
                values.Add($"{neuron} w2", cell, neuron + @": +W = \(\S+, #\)", Digits4);
                values.Add($"{neuron} b", cell, neuron + ": .*b = #", Digits4);
            }

            foreach (var z in new[] { "-3", "-0.5", "0.5", "3" })
            {
                var row = @"(?m)^ *" + (z.Contains('.', StringComparison.Ordinal) ? z : z + ".0");
                values.Add($"sigmoid({z})", "activations-code", row + @" +\d +#", Digits4);
                values.Add($"tanh({z})", "activations-code", row + @" +\d +\S+ +#", Digits4);
            }

            return values;

            static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        }
    }

    [Theory]
    [MemberData(nameof(Lesson1))]
    public Task Of_lesson_1(string quantity, string cell, string words, double tolerance) =>
        IsPrinted("en/01-the-basics", "lesson 1", quantity, cell, words, tolerance);
}
