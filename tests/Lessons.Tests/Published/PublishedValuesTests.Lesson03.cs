namespace Lessons.Tests;

/// <summary>Lesson 3: one plant's pieces, two weights, then the gradients of 100 plants and where they lead.</summary>
public partial class PublishedValuesTests
{
    public static TheoryData<string, string, string, double> Lesson3 => new()
    {
        { "z", "neuron-code", "z = #", Digits4 },
        { "a", "neuron-code", "a = #", Digits4 },
        { "loss", "neuron-code", "loss = #", Digits4 },
        { "dL/dw", "slope-helper-code", "measured: #", Digits6 },
        { "loss", "slope-helper-code", "0.50: #", Digits6 },
        { "loss at 0.51", "slope-helper-code", "0.51: #", Digits6 },
        { "change of z", "ripple-code", @"z changes by +#", Digits6 },
        { "change of a", "ripple-code", @"a changes by +#", Digits6 },
        { "change of L", "ripple-code", @"L changes by +#", Digits6 },
        { "dL/da", "piece-1-code", "formula: +#", Digits6 },
        { "dL/da", "piece-1-code", "measured: +#", Digits6 },
        { "da/dz", "piece-2-code", "formula: +#", Digits6 },
        { "da/dz", "piece-2-code", "measured: +#", Digits6 },
        { "dL/dw", "product-code", "dw, chain rule #", Digits6 },
        { "dL/dw", "product-code", "dw, .*measured #", Digits6 },
        { "dL/db", "product-code", "db, chain rule #", Digits6 },
        { "dL/db", "product-code", "db, .*measured #", Digits6 },
        { "dL/dw", "miracle-code", @"\(a - y\) x = #", Digits6 },
        { "dL/db", "miracle-code", "a - y    = #", Digits6 },
        { "dL/da at -12", "factors-code", @"-12 +\S+ +#", Digits6 },
        { "da/dz at -12", "factors-code", @"-12 +\S+ +\S+ +#", Digits6 },
        { "product at -12", "factors-code", @"-12 +\S+ +\S+ +\S+ +#", Digits6 },
        { "product at -12", "factors-code", @"-12 +\S+ +\S+ +\S+ +\S+ +#", Digits6 },
        { "two: a", "partial-code", "a = #,", Digits4 },
        { "two: loss", "partial-code", "loss = #", Digits4 },
        { "two: dw1", "partial-code", "along w1: .*x1 = +#", Digits6 },
        { "two: dw1", "partial-code", "along w1: .*measured +#", Digits6 },
        { "two: dw2", "partial-code", "along w2: .*x2 = +#", Digits6 },
        { "two: dw2", "partial-code", "along w2: .*measured +#", Digits6 },
        { "two: db", "partial-code", "along b: .*= +#", Digits6 },
        { "two: db", "partial-code", "along b: .*measured +#", Digits6 },
        { "w1", "data-code", "w1 = #", Digits4 },
        { "w2", "data-code", "w2 = #", Digits4 },
        { "b", "data-code", "b = #", Digits4 },
        { "first loss", "model-code", "loss: #", Digits4 },
        { "dw1", "gradients-check-code", "dw1: formula #", Digits8 },
        { "dw1", "gradients-check-code", "dw1: .*measured #", Digits6 },
        { "dw2", "gradients-check-code", "dw2: formula #", Digits8 },
        { "dw2", "gradients-check-code", "dw2: .*measured #", Digits6 },
        { "db", "gradients-check-code", "db: +formula #", Digits8 },
        { "db", "gradients-check-code", "db: .*measured #", Digits6 },
        { "downhill", "direction-code", "towards # degrees", 0.5 },
        { "downhill", "direction-code", "gradient: # degrees", 0.06 },
        { "dw2", "check-code", @"dw2 .*? (?:of 1) +#", 0.6e-5 },
        { "trained w1", "descent-code", "w1 = #", Digits8 },
        { "trained w2", "descent-code", "w2 = #", Digits8 },
        { "trained b", "descent-code", @"\bb = #", Digits8 },
        { "first loss", "descent-code", "from # to", Digits4 },
        { "trained loss", "descent-code", "to #", Digits4 },
        { "trained w1", "library-code", "library: w1 = #", Digits8 },
        { "trained w2", "library-code", "library: .*w2 = #", Digits8 },
        { "trained b", "library-code", @"library: .*\bb = #", Digits8 },
    };

    [Theory]
    [MemberData(nameof(Lesson3))]
    public Task Of_lesson_3(string quantity, string cell, string words, double tolerance) =>
        IsPrinted("en/03-the-gradients-of-a-neuron", "lesson 3", quantity, cell, words, tolerance);
}
