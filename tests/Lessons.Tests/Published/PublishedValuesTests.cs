using System.Globalization;
using System.Text.RegularExpressions;

namespace Lessons.Tests;

/// <summary>The numbers that the lessons print are those of NumPy and scikit-learn (published.py), to the digits shown.</summary>
public partial class PublishedValuesTests
{
    private const double Digits8 = 0.6e-8;
    private const double Digits6 = 0.6e-6;
    private const double Digits4 = 0.6e-4;
    private const double Digits3 = 0.6e-3;
    private const double Digits2 = 0.6e-2;
    private const double OnPhotos = 1e-4;

    /// <summary>Quantity, cell, the words around the number (#), tolerance.</summary>
    public static TheoryData<string, string, string, double> Lesson5 => new()
    {
        { "first w1", "initialise-code", @"W \(2, 1\) = \(#,", Digits8 },
        { "first w2", "initialise-code", @"W \(2, 1\) = \(\S+, #\)", Digits8 },
        { "first b", "initialise-code", "b = #", Digits8 },
        { "z of plant 0", "by-hand-code", "z = #", Digits4 },
        { "first loss", "log-loss-code", "neuron: #", Digits4 },
        { "dW1", "gradients-code", @"dW \(2, 1\) = \(#,", Digits8 },
        { "dW2", "gradients-code", @"dW \(2, 1\) = \(\S+, #\)", Digits8 },
        { "db", "gradients-code", "db = #", Digits8 },
        { "dW1", "check-code", "w1: #,", Digits6 },
        { "dW2", "check-code", "w2: #,", Digits6 },
        { "db", "check-code", @"b:\s+#,", Digits6 },
        { "loss after one step", "update-code", "after: .* loss #", Digits4 },
        { "first accuracy", "predict-code", "neuron: #", Digits2 },
        { "w1", "trained", @"W = \(#,", Digits8 },
        { "w2", "trained", @"W = \(\S+, #\)", Digits8 },
        { "b", "trained", "b = #", Digits8 },
        { "loss", "trained", "log loss = #", Digits8 },
        { "accuracy", "trained", "accuracy = #", 1e-12 },
        { "P(toxic)", "new-plant-code", @"P\(toxic\) = #", Digits8 },
        { "alike", "probability-check-code", "# plants", 0 },
        { "alike said", "probability-check-code", "says #", Digits2 },
        { "alike toxic", "probability-check-code", "share of #", Digits2 },
        { "slope", "boundary-code", "x2 = # x1", Digits4 },
        { "intercept", "boundary-code", @"x1 \+ #", Digits4 },
        { "w1", "library-code", @"library: W = \(#,", Digits8 },
        { "w2", "library-code", @"library: W = \(\S+, #\)", Digits8 },
        { "b", "library-code", "library: .* b = #", Digits8 },
        { "P(toxic)", "library-code", @"P\(toxic\) = #", Digits8 },
        { "five: first loss", "n-variables-code", "from # to", Digits4 },
        { "five: last loss", "n-variables-code", "from .* to #", Digits4 },
        { "five: accuracy", "n-variables-code", "accuracy = #", 1e-12 },
    };

    /// <summary>The same of lesson 6, where its numbers depend on the photos.</summary>
    public static TheoryData<string, string, string, double> Lesson6 => new()
    {
        { "raw loss", "epsilon-loss", "#", OnPhotos },
        { "train loss", "result", "train loss #", OnPhotos },
        { "train accuracy", "result", "train loss .*?accuracy #", 1e-12 },
        { "test loss", "result", "test loss #", OnPhotos },
        { "test accuracy", "result", "test loss .*accuracy #", 1e-12 },
        { "sure", "sure", "sure of #", 0 },
        { "sure and wrong", "sure", "wrong about #", 0 },
        { "small: train loss", "shrink-train", "train loss #", Digits3 },
        { "small: test loss", "shrink-train", "test loss #", Digits3 },
        { "small: test accuracy", "shrink-train", "accuracy #", 1e-12 },
    };

    [Theory]
    [MemberData(nameof(Lesson5))]
    public Task Of_lesson_5(string quantity, string cell, string words, double tolerance) =>
        IsPrinted("en/05-programming-a-neuron", "lesson 5", quantity, cell, words, tolerance);

    [NeedsPhotosTheory]
    [MemberData(nameof(Lesson6))]
    public Task Of_lesson_6_on_the_real_photos(string quantity, string cell, string words, double tolerance) =>
        IsPrinted("en/06-cats-and-dogs", "lesson 6", quantity, cell, words, tolerance);

    private static async Task IsPrinted(string notebook, string lesson, string quantity, string cell, string words, double tolerance)
    {
        var text = (await ExecutedLesson.OfAsync(notebook)).Lesson.Cell(cell).OutputText;
        var match = Regex.Match(text, words.Replace("#", @"(-?\d+(?:\.\d+)?)", StringComparison.Ordinal), RegexOptions.CultureInvariant);
        Assert.True(match.Success, $"Cell {cell} doesn't say {words}, but:\n{text}");

        var expected = PublishedValues.Of(lesson, quantity);
        var printed = double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        Assert.InRange(printed, expected - tolerance, expected + tolerance);
    }
}
