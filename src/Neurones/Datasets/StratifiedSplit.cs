namespace Neurones;

/// <summary>Splits each class by itself, in the steps of scikit-learn's <c>StratifiedShuffleSplit</c>.</summary>
internal static class StratifiedSplit
{
    public static (int[] Train, int[] Test) Draw(double[] labels, int trains, int tests, RandomState random)
    {
        int[][] classes = [.. labels.Index().GroupBy(s => s.Item, s => s.Index).OrderBy(c => c.Key).Select(c => c.ToArray())];
        CheckSizes(labels, classes, trains, tests);

        int[] sizes = [.. classes.Select(c => c.Length)];
        var toTrain = Shares(sizes, trains, random);
        var toTest = Shares([.. sizes.Zip(toTrain, (size, taken) => size - taken)], tests, random);
        List<int> train = [], test = [];
        foreach (var (k, samples) in classes.Index())
        {
            int[] shuffled = [.. random.Permutation(samples.Length).Select(i => samples[i])];
            train.AddRange(shuffled[..toTrain[k]]);
            test.AddRange(shuffled[toTrain[k]..(toTrain[k] + toTest[k])]);
        }

        random.Shuffle(train);
        random.Shuffle(test);
        return ([.. train], [.. test]);
    }

    /// <summary>
    /// How many of all that are drawn come from each class: its share rounded down, then one more from the classes that
    /// lost most by rounding, drawn by lot where they lost the same.
    /// </summary>
    private static int[] Shares(int[] sizes, int drawn, RandomState random)
    {
        double all = sizes.Sum();
        double[] exact = [.. sizes.Select(size => size / all * drawn)];
        int[] shares = [.. exact.Select(share => (int)share)];
        var missing = drawn - shares.Sum();
        foreach (var tied in exact.Index().GroupBy(s => s.Item - Math.Floor(s.Item), s => s.Index).OrderByDescending(loss => loss.Key))
        {
            if (missing == 0)
            {
                break;
            }

            int[] classes = [.. tied];
            foreach (var i in random.Permutation(classes.Length).Take(missing).ToArray())
            {
                shares[classes[i]]++;
                missing--;
            }
        }

        return shares;
    }

    private static void CheckSizes(double[] labels, int[][] classes, int trains, int tests)
    {
        if (classes.FirstOrDefault(c => c.Length < 2) is [var only])
        {
            Check.That(false, $"y has only one sample of class {labels[only]}: stratify needs 2 or more of each class, one to train on and one to test on.");
        }

        Check.That(Math.Min(trains, tests) >= classes.Length,
            $"The {labels.Length} samples of {classes.Length} classes would be split into {trains} to train on and {tests} to test on: stratify needs one of each class in both; change testSize.");
    }
}
