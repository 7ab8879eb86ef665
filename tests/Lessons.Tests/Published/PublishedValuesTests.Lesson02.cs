using System.Globalization;

namespace Lessons.Tests;

/// <summary>Lesson 2: scores, likelihoods and log losses of four neurons that share a line, walks, descents on one weight.</summary>
public partial class PublishedValuesTests
{
    private const double Digits1 = 0.6e-1;

    public static TheoryData<string, string, string, double> Lesson2
    {
        get
        {
            var values = new TheoryData<string, string, string, double>
            {
                { "right", "sign", "# of 100 right", 0 },
                { "size when right", "sign", "when right, on average: #", Digits2 },
                { "size when wrong", "sign", "when wrong, on average: #", Digits2 },
                { "tosses 10", "toss", " 10 tosses: +#", 0 },
                { "tosses 100", "toss", " 100 tosses: +#", 0 },
                { "tosses 10000", "toss", " 10000 tosses: +#", 0 },
                { "likelihood of k = 0", "sharpness-code", "always 0.5: likelihood #E-31", Digits2 },
                { "likelihood of k = 0.5", "sharpness-code", "k = 0.5: .*likelihood #E-15", Digits2 },
                { "likelihood of k = 1", "sharpness-code", "k = +1: .*likelihood #E-10", Digits2 },
                { "likelihood of k = 2", "sharpness-code", "k = +2: .*likelihood #E-09", Digits2 },
                { "likelihood of k = 3", "sharpness-code", "k = +3: .*likelihood #E-09", Digits2 },
                { "100: likelihood of k = 1", "underflow-code", " 100 plants: k = 1 +#E-10", Digits2 },
                { "100: likelihood of k = 2", "underflow-code", " 100 plants: .*k = 2 +#E-09", Digits2 },
                { "1000: likelihood of k = 1", "underflow-code", " 1000 plants: k = 1 +#E-86", Digits2 },
                { "1000: likelihood of k = 2", "underflow-code", " 1000 plants: .*k = 2 +#E-65", Digits2 },
                { "10000: likelihood of k = 1", "underflow-code", "10000 plants: k = 1 +# ", 0 },
                { "10000: likelihood of k = 2", "underflow-code", "10000 plants: .*k = 2 +# ", 0 },
                { "factors", "underflow-when", "after # plants", 0 },
                { "100: log-likelihood of k = 1", "derive-code", "log of line 1: #", Digits8 },
                { "100: log-likelihood of k = 1", "derive-code", "line 2: +#", Digits8 },
                { "100: log-likelihood of k = 1", "derive-code", "line 3: +#", Digits8 },
                { "100: log-likelihood of k = 1", "derive-code", "line 4: +#", Digits8 },
                { "loss of k = 0", "log-loss", "always 0.5: #", Digits8 },
                { "10000: loss", "log-loss", "10,000 plants: #", Digits8 },
                { "loss of k = 1", "library-code", "yours: +#", Digits8 },
                { "loss of k = 1", "library-code", "library: #", Digits8 },
                { "walks of the loss", "walks-count", "log loss: .* in # of", 0 },
                { "walks of the squared error", "walks-count", "squared error: .* in # of", 0 },
                { "bottom", "ends", "100 steps from -3: w = #", Digits8 * 10 },
                { "w after 100", "ends", "100 steps from -3: w = #", Digits8 },
                { "w after 100", "ends", "100 steps from  0: w = #", Digits8 },
                { "w after 100", "ends", "100 steps from  4: w = #", Digits8 },
            };
            for (var i = 0; i < 5; i++) values.Add(Text($"z{i}"), "score-code", Text($"plant {i}: z = +#"), Digits2);
            foreach (var z in new[] { -5, -2, 0, 1, 2, 5 }) values.Add(Text($"sigmoid({z})"), "sigmoid-code", Text($"z = +{z}: a = #"), Digits4);
            foreach (var z in new[] { 1, 2, 3 }) values.Add(Text($"odds({z})"), "odds-code", Text($"z = {z}: odds +#"), Digits4);
            foreach (var a in new[] { 0.5, 0.7, 0.9 }) values.Add(Text($"L({a})"), "coin", Text($@"L\({a}\) = #"), Digits6);
            foreach (var k in new[] { 0.5, 1, 2, 3 }) values.Add(Text($"loss of k = {k}"), "log-loss", Text($"k = +{k}: log loss #"), Digits8);
            foreach (var m in new[] { 100, 1000, 10_000 })
            {
                values.Add(Text($"{m}: log-likelihood of k = 1"), "mended", Text($" ?{m} plants: k = 1 +#"), Digits1);
                values.Add(Text($"{m}: log-likelihood of k = 2"), "mended", Text($" ?{m} plants: .*k = 2 +# "), Digits1);
            }

            foreach (var w in new[] { -3, 0, 1, 4 })
            {
                values.Add(Text($"J({w})"), "slope-code", Text($"w = +{w}: J = #"), Digits4);
                values.Add(Text($"slope({w})"), "slope-code", Text($"w = +{w}: .*slope +#"), Digits4);
            }

            for (var step = 0; step <= 6; step++) values.Add(Text($"step {step}"), "descend-code", Text($@"^(?:\S+\s+){{{step}}}#"), Digits4);
            foreach (var rate in new[] { 0.1, 2, 8 })
            {
                values.Add(Text($"w of rate {rate}"), "ends", Text($"rate +{rate}: w = +#"), Digits4);
                values.Add(Text($"loss of rate {rate}"), "ends", Text($"rate +{rate}: .*log loss #"), Digits4);
            }

            return values;

            static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        }
    }

    [Theory]
    [MemberData(nameof(Lesson2))]
    public Task Of_lesson_2(string quantity, string cell, string words, double tolerance) =>
        IsPrinted("en/02-the-perceptron", "lesson 2", quantity, cell, words, tolerance);
}
