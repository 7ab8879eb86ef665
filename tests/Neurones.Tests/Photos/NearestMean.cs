namespace Neurones.Tests.Photos;

/// <summary>The plainest classifier: an image is of the class whose mean image is nearest.</summary>
internal static class NearestMean
{
    /// <summary>How many images of the test it gets right.</summary>
    public static int CountRight(PhotoSet train, PhotoSet test)
    {
        var (X, y) = (train.Flatten(), train.Labels.Column(0));
        var means = Enumerable.Range(0, train.ClassNames.Count).Select(label =>
        {
            var rows = Enumerable.Range(0, train.Count).Where(i => y[i] == label).ToList();
            return rows.Aggregate(X.Row(0) * 0, (sum, i) => sum + X.Row(i)) / rows.Count;
        }).ToList();
        var offsets = means.ConvertAll(mean => mean * mean);
        return test.Flatten().EnumerateRows().Zip(test.Labels.Enumerate()).Count(pair =>
            Enumerable.Range(0, means.Count).MinBy(label => offsets[label] - (2 * (means[label] * pair.First))) == pair.Second);
    }
}
