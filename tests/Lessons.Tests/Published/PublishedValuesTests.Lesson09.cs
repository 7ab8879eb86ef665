namespace Lessons.Tests;

/// <summary>Lesson 9: a network of two layers on the circles, then on the photos.</summary>
public partial class PublishedValuesTests
{
    private const double Percent1 = 0.06;

    public static TheoryData<string, string, string, double> Lesson9
    {
        get
        {
            var data = new TheoryData<string, string, string, double>
            {
                { "first W1", "initialise-code", @"W1 \(32, 2\), first number #", Digits8 },
                { "first W2", "initialise-code", @"W2 \(1, 32\), first number #", Digits8 },
                { "first a0", "forward-run", "point 0: a = #", Digits4 },
                { "first a4", "forward-run", "point 4: a = #", Digits4 },
                { "first loss", "log-loss-code", "network: #", Digits4 },
                { "first dW1", "back-run", @"dW1 \(32, 2\), first number +#", Digits8 },
                { "first db1", "back-run", @"db1 \(32, 1\), first number +#", Digits8 },
                { "first dW2", "back-run", @"dW2 \(1, 32\), first number +#", Digits8 },
                { "db2", "back-run", @"db2 \(1, 1\), first number +#", Digits8 },
                { "first loss", "update-code", "before: loss #", Digits4 },
                { "loss after one step", "update-code", "step: loss #", Digits4 },
                { "first accuracy", "predict-code", "untrained: #", 1e-12 },
                { "W1 11", "trained", "row 0: #,", Digits8 },
                { "W1 12", "trained", @"row 0: \S+ #", Digits8 },
                { "W1 21", "trained", "row 1: #,", Digits8 },
                { "W1 22", "trained", @"row 1: \S+ #", Digits8 },
                { "W1 31", "trained", "row 2: #,", Digits8 },
                { "W1 32", "trained", @"row 2: \S+ #", Digits8 },
                { "loss", "trained", "loss = #", Digits8 },
                { "accuracy", "trained", "accuracy = #", 1e-12 },
                { "new 0", "new-points", @"\(0, 0\) = #", Digits4 },
                { "new 1", "new-points", @"\(1, 0\) = #", Digits4 },
                { "new 2", "new-points", @"\(0.5, 0.5\) = #", Digits4 },
                { "W1 11", "library-code", "library: #,", Digits8 },
                { "W1 12", "library-code", @"library: \S+ #", Digits8 },
                { "2: patient", "patience-code", "2 neurons: .*, # after 10", Digits3 },
                { "4: patient", "patience-code", "4 neurons: .*, # after 10", Digits3 },
            };
            foreach (var n1 in new[] { "2", "4", "8", "16", "32" })
            {
                data.Add($"{n1}: loss", "sizes", $@"\b{n1} neurons, .*loss #", Digits4);
                data.Add($"{n1}: accuracy", "sizes", $@"\b{n1} neurons, .*accuracy #", 1e-12);
                data.Add($"{n1}: last seed", "luck-code", $@"\b{n1} neurons: .* #   mean", Digits3);
                data.Add($"{n1}: mean", "luck-code", $@"\b{n1} neurons: .*mean #", Digits3);
            }

            return data;
        }
    }

    public static TheoryData<string, string, string, double> Lesson9OnPhotos => new()
    {
        { "first try: start", "photo-first", "start: loss #", Digits3 },
        { "first try: end", "photo-first", "end: +loss #", OnPhotos },
        { "saturated", "saturated", "0.99: #", Percent1 },
        { "train loss", "photo-result", "train loss #", Digits3 },
        { "train accuracy", "photo-result", "train loss .*accuracy #", 1e-12 },
        { "test loss", "photo-result", "test  loss #", Digits3 },
        { "test accuracy", "photo-result", "test  loss .*accuracy #", 1e-12 },
        { "best iteration", "photo-best", "iteration #", 0 },
        { "best test loss", "photo-best", "; test loss #, accuracy", OnPhotos },
        { "best test accuracy", "photo-best", "; test loss .*accuracy #", 1e-12 },
    };

    [Theory]
    [MemberData(nameof(Lesson9))]
    public Task Of_lesson_9(string quantity, string cell, string words, double tolerance) =>
        IsPrinted("en/09-programming-two-layers", "lesson 9", quantity, cell, words, tolerance);

    [NeedsPhotosTheory]
    [MemberData(nameof(Lesson9OnPhotos))]
    public Task Of_lesson_9_on_the_real_photos(string quantity, string cell, string words, double tolerance) =>
        IsPrinted("en/09-programming-two-layers", "lesson 9, photos", quantity, cell, words, tolerance);
}
