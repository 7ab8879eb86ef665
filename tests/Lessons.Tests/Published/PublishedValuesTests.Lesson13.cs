namespace Lessons.Tests;

/// <summary>Lesson 13: a convolution and a max pooling by hand, forward and back.</summary>
public partial class PublishedValuesTests
{
    public static TheoryData<string, string, string, double> Lesson13 => new()
    {
        { "z11", "hand-code", "z11 = #", 0 },
        { "z12", "hand-code", "z12 = #", 0 },
        { "z21", "hand-code", "z21 = #", 0 },
        { "z22", "hand-code", "z22 = #", 0 },
        { "z12", "program-code", @"^\S+ #", 0 },
        { "z22", "program-code", @"^\S+ \S+\s+\S+ #", 0 },
        { "size 3 0 1", "size-code", "kernel 3, 0 zeros, stride 1: #", 0 },
        { "size 3 1 1", "size-code", "kernel 3, 1 zeros, stride 1: #", 0 },
        { "size 5 0 1", "size-code", "kernel 5, 0 zeros, stride 1: #", 0 },
        { "size 5 2 1", "size-code", "kernel 5, 2 zeros, stride 1: #", 0 },
        { "size 3 1 2", "size-code", "kernel 3, 1 zeros, stride 2: #", 0 },
        { "size 2 0 2", "size-code", "kernel 2, 0 zeros, stride 2: #", 0 },
        { "pooled 11", "pooling-code", "^#", 0 },
        { "pooled 12", "pooling-code", @"^\S+ #", 0 },
        { "pooled 21", "pooling-code", @"^\S+ \S+\s+#", 0 },
        { "pooled 22", "pooling-code", @"^\S+ \S+\s+\S+ #", 0 },
        { "dK11", "backward-code", "dK = #", 0 },
        { "dK12", "backward-code", @"dK = \S+ #", 0 },
        { "dK21", "backward-code", "dK = .*? / #", 0 },
        { "dK22", "backward-code", @"dK = .*? / \S+ #", 0 },
        { "dX11", "backward-code", "dX = #", 0 },
        { "dX12", "backward-code", @"dX = \S+ #", 0 },
        { "dX22", "backward-code", @"dX = .*? / \S+ #", 0 },
        { "dX31", "backward-code", "dX = .*? / .*? / #", 0 },
        { "handed 12", "pool-back-code", @"^\S+ #", 0 },
        { "handed 24", "pool-back-code", @"^(?:\S+\s+){7}#", 0 },
        { "handed 31", "pool-back-code", @"^(?:\S+\s+){8}#", 0 },
        { "handed 43", "pool-back-code", @"^(?:\S+\s+){14}#", 0 },
    };

    [Theory]
    [MemberData(nameof(Lesson13))]
    public Task Of_lesson_13(string quantity, string cell, string words, double tolerance) =>
        IsPrinted("en/13-convolution-from-scratch", "lesson 13", quantity, cell, words, tolerance);
}
