namespace Lessons.Tests;

/// <summary>Lesson 8: a network of three hidden neurons on XOR, its gradients, its training; then one of 32 on the circles.</summary>
public partial class PublishedValuesTests
{
    public static TheoryData<string, string, string, double> Lesson8 => new()
    {
        { "A2 11", "loss-code", @"A2 \(1, 4\)\s+#", Digits4 },
        { "A2 12", "loss-code", @"A2 \(1, 4\)\s+\S+\s+#", Digits4 },
        { "A2 14", "loss-code", @"A2 \(1, 4\)(?:\s+\S+){3}\s+#", Digits4 },
        { "loss", "loss-code", "log loss #", Digits4 },
        { "dW1 11", "measure-all", @"along W1 \(3, 2\)\s+#", Digits4 },
        { "db1 31", "measure-all", @"along b1 \(3, 1\)(?:\s+\S+){2}\s+#", Digits4 },
        { "dW2 13", "measure-all", @"along W2 \(1, 3\)(?:\s+\S+){2}\s+#", Digits4 },
        { "db2 11", "measure-all", @"along b2 \(1, 1\)\s+#", Digits4 },
        { "dl/da", "chain-code", "dl/da = #", Digits4 },
        { "da/dz", "chain-code", "da/dz = #", Digits4 },
        { "dZ2 12", "chain-code", "their product = #", Digits4 },
        { "dZ2 12", "chain-code", "a - y = #", Digits4 },
        { "dZ2 11", "dZ2-code", @"dZ2 \(1, 4\)\s+#", Digits4 },
        { "dZ2 14", "dZ2-measured", @"measured \(1, 4\)(?:\s+\S+){3}\s+#", Digits4 },
        { "dW2 11", "dW2-measured", @"formula \(1, 3\)\s+#", Digits4 },
        { "dW2 12", "dW2-measured", @"measured \(1, 3\)\s+\S+\s+#", Digits4 },
        { "db2 11", "db2-measured", @"formula \(1, 1\)\s+#", Digits4 },
        { "dZ1 11", "dZ1-measured", @"formula \(3, 4\)\s+#", Digits4 },
        { "dZ1 24", "dZ1-measured", @"formula \(3, 4\)(?:\s+\S+){7}\s+#", Digits4 },
        { "dZ1 34", "dZ1-measured", @"measured \(3, 4\)(?:\s+\S+){11}\s+#", Digits4 },
        { "dW1 11", "dW1-measured", @"formula \(3, 2\)\s+#", Digits4 },
        { "dW1 22", "dW1-measured", @"formula \(3, 2\)(?:\s+\S+){3}\s+#", Digits4 },
        { "dW1 32", "dW1-measured", @"measured \(3, 2\)(?:\s+\S+){5}\s+#", Digits4 },
        { "db1 11", "db1-measured", @"formula \(3, 1\)\s+#", Digits4 },
        { "db1 21", "db1-measured", @"measured \(3, 1\)\s+\S+\s+#", Digits4 },
        { "dW1 31", "library-code", "yours: #", Digits8 },
        { "dW1 32", "library-code", @"yours: \S+ #", Digits8 },
        { "dW1 31", "library-code", "theirs: #", Digits8 },
        { "db2 11", "library-code", "db2, yours #", Digits8 },
        { "loss", "step-code", "before #", Digits4 },
        { "loss after one step", "step-code", "one step #", Digits4 },
        { "trained A2 11", "train-run", @"training \(1, 4\)\s+#", Digits4 },
        { "trained A2 12", "train-run", @"training \(1, 4\)\s+\S+\s+#", Digits4 },
        { "trained A2 14", "train-run", @"training \(1, 4\)(?:\s+\S+){3}\s+#", Digits4 },
        { "last loss", "train-run", "-> #", Digits4 },
        { "circles: loss", "circles-code", "log loss #", Digits8 },
        { "circles: dW1 11", "circles-code", "dW1 row 1: #", Digits8 },
        { "circles: dW1 12", "circles-code", @"dW1 row 1: \S+ #", Digits8 },
        { "circles: db2", "circles-code", "db2: #", Digits8 },
    };

    [Theory]
    [MemberData(nameof(Lesson8))]
    public Task Of_lesson_8(string quantity, string cell, string words, double tolerance) =>
        IsPrinted("en/08-back-propagation", "lesson 8", quantity, cell, words, tolerance);

    /// <summary>The curves of the right way back and of the two wrong ones, at three of their steps.</summary>
    [Theory]
    [InlineData("right", "right")]
    [InlineData("without 1/m", "without mean")]
    [InlineData("without slope", "without slope")]
    public async Task Of_lesson_8_are_the_curves(string curve, string quantity)
    {
        var figure = Assert.Single((await ExecutedLesson.OfAsync("en/08-back-propagation")).Lesson.Cell("curves").Figures);
        var losses = PublishedValues.Numbers(Assert.Single(figure["data"]!.AsArray(), trace => (string?)trace!["name"] == curve)!["y"]!);
        Assert.All([50, 100, 499], step => Assert.Equal(PublishedValues.Of("lesson 8", $"{quantity} {step}"), losses[step], 1e-4));
    }
}
