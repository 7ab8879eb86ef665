using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson13Checks
{
    private static Verdict ShapesVerdict((int, int, int) convolved, (int, int, int) pooled, (int, int, int) strided)
    {
        if (convolved == default && pooled == default && strided == default)
        {
            return Verdict.NotStarted("Replace the first (0, 0, 0): rows, columns and channels behind the first convolution.");
        }

        return Shape("The first convolution's map", convolved, (28, 28, 16), "A kernel of 5 fits into 32 pixels at 32 - 5 + 1 places, and there is a map for each filter.",
                ((32, 32, 16), "With valid padding, the default, the kernel stays inside the photo: some rows and columns are lost."),
                ((27, 27, 16), "One more: the kernel also fits at place 0, so it's 32 - 5 + 1."),
                ((28, 28, 3), "The channels behind a convolution are its filters: 16, however many went in."),
                ((28, 28, 48), "Each filter adds up over all 3 channels: 16 filters give 16 maps, not 48."),
                ((28, 28, 1), "There is a map for each of the 16 filters."))
            ?? Shape("The pooled map", pooled, (14, 14, 16), "Windows of 2 x 2 halve the rows and the columns, for each channel.",
                ((14, 14, 8), "Pooling works channel by channel: there are as many behind it as before."),
                ((27, 27, 16), "A pooling moves by its size, 2, so that its windows don't overlap."),
                ((28, 28, 16), "Of four numbers one is kept: the map shrinks."),
                ((7, 7, 16), "Half the rows and half the columns: that's a quarter of the numbers already."))
            ?? Shape("The last map", strided, (7, 7, 32), "With same padding and stride 2 there are ⌈14 / 2⌉ places along each side, and 32 filters.",
                ((14, 14, 32), "You left out the stride: the kernel moves by 2."),
                ((6, 6, 32), "That's without the zeros around: its padding is same."),
                ((12, 12, 32), "That's stride 1 without zeros around. Here the stride is 2 and the padding same."),
                ((7, 7, 16), "The channels behind a convolution are its filters, 32."),
                ((8, 8, 32), "Places 0, 2, 4, ... up to 12: count them again."),
                ((7, 7, 512), "Each filter adds up over all 16 channels: 32 filters give 32 maps."))
            ?? Verdict.Right("3,072 numbers went in, 1,568 come out, and each of them knows a neighbourhood of 10 x 10 pixels.");
    }

    private static Verdict? Shape(string name, (int, int, int) mine, (int, int, int) right, string rule, params ((int, int, int) Wrong, string Hint)[] mistakes)
    {
        if (mine == right) return null;
        if (mine == default) return Verdict.Wrong($"Now the next one. {rule}");

        var hint = mistakes.FirstOrDefault(mistake => mistake.Wrong == mine).Hint ?? rule;
        return Verdict.Wrong($"{name} isn't {mine}. {hint}");
    }

    private static Verdict ParametersVerdict(int first, int second)
    {
        if (first == 0 && second == 0) return Verdict.NotStarted("Replace the first 0: each filter has a kernel for every channel, and a bias.");

        return Number("The first", first, (5 * 5 * 3 * 16) + 16, "5 · 5 · 3 weights and a bias for each of the 16 filters.",
                (5 * 5 * 3 * 16, "You left out the biases: one for each filter."),
                ((5 * 5 * 16) + 16, "You left out the channels: each filter has a kernel for red, green and blue."),
                ((5 * 5 * 3 * 16) + (3 * 16), "A filter has one bias, not one for each channel."),
                ((5 * 5 * 3) + 1, "That's one filter. There are 16."),
                ((5 * 3 * 16) + 16, "The kernel is 5 x 5, not 5."),
                (((5 * 5 * 3) + 1) * 16 * 28 * 28, "The same weights are used at every place: the size of the map doesn't count."),
                ((5 * 5 * 3 * 16) + (28 * 28 * 16), "A filter has one bias for its whole map."))
            ?? Number("The second", second, (3 * 3 * 16 * 32) + 32, "3 · 3 · 16 weights and a bias for each of the 32 filters.",
                (3 * 3 * 16 * 32, "You left out the biases: one for each filter."),
                ((3 * 3 * 32) + 32, "You left out the channels: each filter has a kernel for every one of the 16 maps before it."),
                ((3 * 3 * 3 * 32) + 32, "The 3 colours were the first layer's channels. This one gets 16 maps."),
                ((3 * 3 * 16 * 32) + 16, "There are 32 filters, so 32 biases."),
                ((3 * 3 * 16) + 1, "That's one filter. There are 32."),
                (((3 * 3 * 16) + 1) * 32 * 7 * 7, "The same weights are used at every place: the size of the map doesn't count."))
            ?? Verdict.Right("5,856 together, for a photo of any size. A single dense layer between the same shapes would have millions.");

        static Verdict? Number(string name, int mine, int right, string rule, params (double Wrong, string Hint)[] mistakes)
        {
            if (mine == right) return null;
            if (mine == 0) return Verdict.Wrong($"Now the other one: {rule}");

            return Verdict.Wrong(Invariant($"{name} hasn't {mine:N0}. {Answer.HintFor(mine, mistakes) ?? $"Count again: {rule}"}"));
        }
    }
}
