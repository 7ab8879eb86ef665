namespace Lessons.Tests;

/// <summary>Lesson 12: softmax by hand, and softmax regression on the digits.</summary>
public partial class PublishedValuesTests
{
    public static TheoryData<string, string, string, double> Lesson12 => new()
    {
        { "share 0", "by-hand", @"exp\(2\.0\).*share #", Digits8 },
        { "share 1", "by-hand", @"exp\(1\.0\).*share #", Digits8 },
        { "share 2", "by-hand", @"exp\(0\.1\).*share #", Digits8 },
        { "share 0", "shift", "^#", Digits8 },
        { "log 10", "cross-entropy-code", "knows nothing: #", Digits8 },
        { "log 10", "cross-entropy-code", @"log\(10\) = +#", Digits8 },
    };

    public static TheoryData<string, string, string, double> Lesson12OnDigits
    {
        get
        {
            var data = new TheoryData<string, string, string, double>
            {
                { "untrained", "accuracy-code", "untrained: accuracy #", Digits3 },
                { "score 0", "scores", @"\)\s+#", 0.06 },
                { "score 9", "scores", @"#\s*$", 0.06 },
                { "loss 5", "library-code", "yours: +loss #", Digits8 },
                { "loss 5", "library-code", "library: loss #", Digits8 },
                { "test loss", "library-code", @"^loss #", Digits4 },
                { "test accuracy 5", "library-code", "^loss .*accuracy #", Digits4 },
                { "worst 0", "worst-code", "^digit #:", 0 },
                { "worst 0: truth", "worst-code", "gave # to the truth", Digits4 },
                { "most confused", "most-confused", ": # times", 0 },
                { "30 epochs: test accuracy", "network-fit", "softmax regression: .*accuracy #", Digits4 },
                { "30 epochs: test loss", "network-fit", "softmax regression: loss #", Digits4 },
            };
            for (var epoch = 1; epoch <= 5; epoch++)
            {
                data.Add($"loss {epoch}", "train-code", $"epoch {epoch}: loss #", Digits4);
                data.Add($"test accuracy {epoch}", "train-code", $"epoch {epoch}: .*accuracy #", Digits4);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Lesson12))]
    public Task Of_lesson_12(string quantity, string cell, string words, double tolerance) =>
        IsPrinted("en/12-softmax-and-mnist", "lesson 12", quantity, cell, words, tolerance);

    [NeedsDigitsTheory]
    [MemberData(nameof(Lesson12OnDigits))]
    public Task Of_lesson_12_on_the_real_digits(string quantity, string cell, string words, double tolerance) =>
        IsPrinted("en/12-softmax-and-mnist", "lesson 12, photos", quantity, cell, $"(?m){words}", tolerance);

    [NeedsDigitsTheory]
    [InlineData("best 1")]
    [InlineData("best 2")]
    [InlineData("best 3")]
    public Task Of_its_solutions_on_the_real_digits(string quantity) =>
        IsPrinted("en/solutions/12-softmax-and-mnist", "lesson 12, photos", quantity, "exercise-5-try", $"{quantity}: #", Digits4);
}
