using System.Globalization;

namespace Lessons.Tests;

/// <summary>Lesson 7: one neuron, the same with squares, the fence, and networks before and after training.</summary>
public partial class PublishedValuesTests
{
    private const double Digit1 = 0.06;

    public static TheoryData<string, string, string, double> Lesson7
    {
        get
        {
            var values = new TheoryData<string, string, string, double>
            {
                { "one: w1", "one-code", @"W = \(#,", Digits4 },
                { "one: w2", "one-code", @"W = \(\S+, #\)", Digits4 },
                { "one: b", "one-code", "b = #", Digits4 },
                { "one: loss", "one-code", "log loss = #", Digits4 },
                { "one: accuracy", "one-code", "accuracy = #", 1e-12 },
                { "squares: w1", "squares-fit", @"W = \(#,", Digits4 },
                { "squares: w2", "squares-fit", @"W = \(\S+, #,", Digits4 },
                { "squares: w3", "squares-fit", @"W = \(\S+, \S+, #,", Digits4 },
                { "squares: w4", "squares-fit", @", #\)", Digits4 },
                { "squares: b", "squares-fit", "b = #", Digits4 },
                { "squares: accuracy", "squares-fit", "accuracy = #", 1e-12 },
                { "features of 2", "features-code", @"\n +2 variables: +#", 0 },
                { "features of 10", "features-code", " 10 variables: +#", 0 },
                { "features of 100", "features-code", " 100 variables: +#", 0 },
                { "fence: just right", "fence-code", @"\(0, 0\): +#", Digits4 },
                { "fence: too dry", "fence-code", @"\(0, -1\): +#", Digits4 },
                { "fence: too cold", "fence-code", @"\(-1, 0\): +#", Digits4 },
                { "fence: right", "fence-figure", "# of 100 right", 0 },
                { "fence: z1 1", "layer-code", @"z1 \(3, 1\): #,", Digits4 },
                { "fence: z1 2", "layer-code", @"z1 \(3, 1\): \S+, #,", Digits4 },
                { "fence: z1 3", "layer-code", @"z1 \(3, 1\): \S+, \S+, #", Digits4 },
                { "fence: a1 1", "layer-code", @"a1 \(3, 1\): #,", Digits4 },
                { "fence: a1 2", "layer-code", @"a1 \(3, 1\): \S+, #,", Digits4 },
                { "fence: a1 3", "layer-code", @"a1 \(3, 1\): \S+, \S+, #", Digits4 },
                { "fence: z2", "layer-code", @"z2 \(1, 1\): #", Digits4 },
                { "fence: a2", "layer-code", @"a2 \(1, 1\): #", Digits4 },
                { "fence: a2", "layer-code", "with Fence: #", Digits4 },
                { "fence: W1 X 1", "columns-check", "by columns: #,", Digits4 },
                { "fence: W1 X 2", "columns-check", @"by columns: \S+, #,", Digits4 },
                { "fence: W1 X 3", "columns-check", @"by columns: \S+, \S+, #", Digits4 },
                { "fence: W1 X 1", "columns-check", "by rows: +#,", Digits4 },
                { "fence: W1 X 3", "columns-check", @"by rows: +\S+, \S+, #", Digits4 },
                { "first: w11", "initialise-code", "to neuron 1: #,", Digits8 },
                { "first: w12", "initialise-code", @"to neuron 1: \S+, #", Digits8 },
                { "first: seedling 0", "random-code", "seedlings 0 to 3: #,", Digits4 },
                { "first: seedling 1", "random-code", @"seedlings 0 to 3: \S+, #,", Digits4 },
                { "first: seedling 2", "random-code", @"seedlings 0 to 3: \S+, \S+, #,", Digits4 },
                { "first: seedling 3", "random-code", @"seedlings 0 to 3: \S+, \S+, \S+, #", Digits4 },
                { "first: loss", "random-code", "log loss = #", Digits4 },
                { "first: accuracy", "random-code", "accuracy = #", 1e-12 },
                { "first: seedling 0", "check-code", "yours: +#,", Digits8 },
                { "first: seedling 99", "check-code", @"yours: +\S+, #", Digits8 },
                { "first: seedling 0", "check-code", "library: +#,", Digits8 },
                { "first: seedling 99", "check-code", @"library: +\S+, #", Digits8 },
                { "trained: loss", "trained-code", "log loss = #", Digits4 },
                { "trained: accuracy", "trained-code", "accuracy = #", 1e-12 },
                { "three: w1", "inside-code", @"z  = # a1", Digit1 },
            };
            for (var seedling = 0; seedling < 6; seedling++)
            {
                var row = Text($@"\n +{seedling} ");
                foreach (var (answer, before) in new[] { ("a1", ""), ("a2", @"\S+ +"), ("a3", @"\S+ +\S+ +"), ("a", @"\S+ +\S+ +\S+ +") })
                {
                    values.Add(Text($"fence: seedling {seedling}: {answer}"), "table-code", $"{row} *{before}#", Digits2);
                }
            }

            for (var neuron = 1; neuron <= 3; neuron++)
            {
                values.Add(Text($"trained: w{neuron}1"), "trained-code", Text($"to neuron {neuron}: +#,"), Digits8);
                values.Add(Text($"trained: w{neuron}2"), "trained-code", Text($@"to neuron {neuron}: +\S+, +#"), Digits8);
                values.Add(Text($"three: w{neuron}1"), "inside-code", Text($"z{neuron} = # x1"), Digit1);
                values.Add(Text($"hidden: {neuron}: loss"), "fewer", Text($"{neuron} hidden: log loss #"), Digits4);
                values.Add(Text($"hidden: {neuron}: accuracy"), "fewer", Text($"{neuron} hidden: .*accuracy #"), 1e-12);
            }

            return values;

            static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        }
    }

    [Theory]
    [MemberData(nameof(Lesson7))]
    public Task Of_lesson_7(string quantity, string cell, string words, double tolerance) =>
        IsPrinted("en/07-two-layers", "lesson 7", quantity, cell, words, tolerance);
}
