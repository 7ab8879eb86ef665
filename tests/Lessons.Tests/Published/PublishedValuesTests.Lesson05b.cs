namespace Lessons.Tests;

/// <summary>Lesson 5b: the neuron as a class, trained once, twice, and loaded.</summary>
public partial class PublishedValuesTests
{
    private const double Digits7 = 0.6e-7;

    public static TheoryData<string, string, string, double> Lesson5b => new()
    {
        { "plants", "two-code", "plants: +accuracy #", Digits2 },
        { "mushrooms", "two-code", "mushrooms: +accuracy #", Digits2 },
        { "mixed up", "mix-up-code", "accuracy #", Digits2 },
        { "plants", "objects", "plants: +#", Digits2 },
        { "mushrooms", "objects", "mushrooms: +#", Digits2 },
        { "w1", "fit", @"W = \(#,", Digits8 },
        { "w2", "fit", @"W = \(\S+, #\)", Digits8 },
        { "b", "fit", "b = #", Digits8 },
        { "plants", "fit", "accuracy = #", Digits2 },
        { "careful: loss", "side-numbers", "careful .*loss #", Digits4 },
        { "careful: accuracy", "side-numbers", "careful .*accuracy #", Digits2 },
        { "loss", "side-numbers", "bold .*loss #", Digits4 },
        { "plants", "side-numbers", "bold .*accuracy #", Digits2 },
        { "b", "again-code", "after one Fit: #", Digits8 },
        { "b", "again-code", "after two: #", Digits8 },
        { "200: b", "warm-check", @"100 \+ 100: b = #", Digits8 },
        { "200: loss", "warm-check", @"100 \+ 100: .*loss #", Digits8 },
        { "200: b", "warm-check", "200: +b = #", Digits8 },
        { "200: loss", "warm-check", "200: .*loss #", Digits8 },
        { "plant 0", "save-short", "plant 0: #", Digits7 },
        { "plant 0 rounded", "save-short", "from the note #", Digits7 },
        { "w1", "json-save", @"""W"":\[#,", 1e-14 },
        { "w2", "json-save", @"""W"":\[\S+?,#\]", 1e-14 },
        { "b", "json-save", @"""b"":#", 1e-14 },
        { "w1", "library-code", @"library: W = \(#,", Digits8 },
        { "w2", "library-code", @"library: W = \(\S+, #\)", Digits8 },
        { "b", "library-code", "library: .*b = #", Digits8 },
        { "b", "library-warm-code", "from scratch: .*b = #", Digits8 },
        { "200: w1", "library-warm-code", @"again, going on: +W = \(#,", Digits8 },
        { "200: w2", "library-warm-code", @"again, going on: +W = \(\S+, #\)", Digits8 },
        { "200: b", "library-warm-code", "again, going on: .*b = #", Digits8 },
    };

    [Theory]
    [MemberData(nameof(Lesson5b))]
    public Task Of_lesson_5b(string quantity, string cell, string words, double tolerance) =>
        IsPrinted("en/05b-the-neuron-as-a-class", "lesson 5b", quantity, cell, words, tolerance);

    [Theory]
    [InlineData("warm-check", "the same, bit for bit: True")]
    [InlineData("save-short", "the same answers: False")]
    [InlineData("json-load", "the same answers, bit for bit: True")]
    [InlineData("library-save-code", "the same answers, bit for bit: True")]
    public async Task A_neuron_that_goes_on_or_comes_back_is_the_same_to_the_last_bit(string cell, string words) =>
        Assert.Contains(words, (await ExecutedLesson.OfAsync("en/05b-the-neuron-as-a-class")).Lesson.Cell(cell).OutputText, StringComparison.Ordinal);
}
