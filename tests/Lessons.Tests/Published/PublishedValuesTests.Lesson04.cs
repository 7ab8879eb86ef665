namespace Lessons.Tests;

/// <summary>Lesson 4: matrices, the neuron on four plants, then on 100.</summary>
public partial class PublishedValuesTests
{
    public static TheoryData<string, string, string, double> Lesson4 => new()
    {
        { "dw1", "loop-code", "dw1 = #,", Digits8 },
        { "dw2", "loop-code", "dw2 = #,", Digits8 },
        { "db", "loop-code", "db = #", Digits8 },
        { "PR11", "product-code", @"loops \(2, 2\)\s+#", 0 },
        { "PR21", "product-code", @"loops \(2, 2\)\s+\S+\s+\S+\s+#", 0 },
        { "PR12", "product-code", @"P \* R \(2, 2\)\s+\S+\s+#", 0 },
        { "PR22", "product-code", @"P \* R \(2, 2\)\s+\S+\s+\S+\s+\S+\s+#", 0 },
        { "RP11", "order-code", @"R \* P \(3, 3\)\s+#", 0 },
        { "RP33", "order-code", @"R \* P \(3, 3\)(?:\s+\S+){8}\s+#", 0 },
        { "pointwise23", "pointwise", @"pointwise \(2, 3\)(?:\s+\S+){5}\s+#", 0 },
        { "PQt11", "pointwise", @"transposed \(2, 2\)\s+#", 0 },
        { "Z11", "model-code", @"Z \(4, 1\)\s+#", 0 },
        { "Z41", "model-code", @"Z \(4, 1\)(?:\s+\S+){3}\s+#", 0 },
        { "A11", "model-code", @"A \(4, 1\)\s+#", Digits4 },
        { "A21", "model-code", @"A \(4, 1\)\s+\S+\s+#", Digits4 },
        { "A41", "model-code", @"A \(4, 1\)(?:\s+\S+){3}\s+#", Digits4 },
        { "four: loss", "loss-code", "plants: #", Digits4 },
        { "four: dW11", "gradients-code", @"dW \(2, 1\)\s+#", Digits4 },
        { "four: dW21", "gradients-code", @"dW \(2, 1\)\s+\S+\s+#", Digits4 },
        { "four: db", "gradients-code", "db = #", Digits4 },
        { "dw1", "hundred-code", "loop: +dw1 = #", Digits8 },
        { "dw1", "hundred-code", "matrices: dw1 = #", Digits8 },
        { "dw2", "hundred-code", "matrices: .*dw2 = #", Digits8 },
        { "db", "hundred-code", @"\bdb = #", Digits8 },
        { "loss", "hundred-code", "log loss = #", Digits8 },
        { "dw1", "library-code", "dw1 = #", Digits8 },
        { "dw2", "library-code", "dw2 = #", Digits8 },
        { "db", "library-code", @"\bdb = #", Digits8 },
        { "loss", "library-code", "log loss = #", Digits8 },
        { "loss", "update-code", "before #", Digits4 },
        { "loss after one step", "update-code", "one step #", Digits4 },
        { "five: dW11", "any-code", @"dW \(5, 1\)\s+#", Digits4 },
        { "five: dW51", "any-code", @"dW \(5, 1\)(?:\s+\S+){4}\s+#", Digits4 },
        { "dw1", "matrices-code", "loops #", Digits8 },
        { "dw1", "matrices-code", "matrices #", Digits8 },
    };

    [Theory]
    [MemberData(nameof(Lesson4))]
    public Task Of_lesson_4(string quantity, string cell, string words, double tolerance) =>
        IsPrinted("en/04-vectorisation", "lesson 4", quantity, cell, words, tolerance);
}
