namespace Lessons.Tests;

/// <summary>Lesson 14: PyTorch trains the same networks in double; ours in float drift a little from it where a training magnifies every rounding.</summary>
public partial class PublishedValuesTests
{
    public static TheoryData<string, string, string, double> Lesson14
    {
        get
        {
            const double OnePoint = 1.1e-3;
            var values = new TheoryData<string, string, string, double>
            {
                { "best loss", "best-code", "lowest validation loss: #", Digits3 },
                { "best epoch", "best-code", "after epoch #", 0 },
                { "big: loss", "best-code", "at the end: +#", 3e-3 },
                { "truth: loss", "truth-loss", "loss #", Digits3 },
                { "truth: accuracy", "truth-loss", "accuracy #", Digits3 },
                { "dropout: mean", "dropout-code", "100,000: #", Digits3 },
                { "L2 0.005: loss", "test-code", "validation set: loss #", 2e-3 },
                { "L2 0.005: test loss", "test-code", "test set: +loss #", 2e-3 },
                { "first loss", "checklist-code", "first loss: #", Digits3 },
            };
            Report("line", "two-code", "straight line", Digits3, OnePoint);
            Report("big", "two-code", "large network", 3e-3, 3 * OnePoint);
            Report("more", "more-code", "500 points", 2e-3, 3 * OnePoint);
            Report("small", "small-code", "4 neurons", 2e-3, 3 * OnePoint);
            Report("L2 0.005", "l2-code", "L2", 2e-3, 3 * OnePoint);
            Report("L1", "l1-code", "L1", 1e-2, 5 * OnePoint);
            Report("dropout", "dropout-fit", "dropout", 3e-2, 2e-2);
            Report("early", "early-code", "early stopping", Digits3, OnePoint);
            foreach (var l2 in new[] { "0.0001", "0.0003", "0.001", "0.003", "0.005", "0.01", "0.02", "0.1" })
            {
                values.Add($"L2 {l2}: train loss", "sweep-code", $"(?m)^lambda {l2} +train #", 2e-3);
                values.Add($"L2 {l2}: loss", "sweep-code", $"(?m)^lambda {l2} +train .*validation #", 1e-2);
            }

            foreach (var network in new[] { "sigmoid, Xavier", "ReLU, Randn", "ReLU, Xavier", "ReLU, He", "tanh, Xavier" })
            {
                var wild = network == "ReLU, Randn";
                values.Add($"{network}: size 1", "forwards-code", $"(?m)^{network} +#", Digits3);
                values.Add($"{network}: size 4", "forwards-code", $@"(?m)^{network} +\S+ +#", wild ? 5e-3 : Digits3);
                values.Add($"{network}: size 8", "forwards-code", $@"(?m)^{network} +\S+ +\S+ +#", wild ? 5e-2 : Digits3);
                values.Add($"{network}: first loss", "forwards-code", $"(?m)^{network} .*loss #", wild ? 5e-2 : Digits3);
                if (!wild) values.Add($"{network}: loss", "deep-fit", $"(?m)^{network} +loss #", 2e-3);
            }

            foreach (var rule in new[] { "SGD", "momentum", "Adam" })
            {
                var cell = rule == "SGD" ? "sgd-code" : rule == "Adam" ? "adam-code" : "momentum-code";
                values.Add($"{rule}: b", cell, "b = #", Digits4);
                values.Add($"{rule}: w", cell, "w = #", Digits4);
                values.Add($"{rule}: J", cell, "J = #", Digits6);
                values.Add($"{rule}: b", "check-run", $"(?m)^{rule} .*library: b = #", 3e-4);
                values.Add($"{rule}: w", "check-run", $"(?m)^{rule} .*library: .*w = #", 3e-4);
            }

            return values;

            void Report(string network, string cell, string name, double loss, double accuracy)
            {
                values.Add($"{network}: train loss", cell, $"(?m)^{name} +train: loss #", loss);
                values.Add($"{network}: loss", cell, $"(?m)^{name} +train: .*validation: loss #", loss);
                values.Add($"{network}: accuracy", cell, $"(?m)^{name} +train: .*validation: .*accuracy #", accuracy);
            }
        }
    }

    public static TheoryData<string, string, string, double> Lesson14Rates
    {
        get
        {
            var values = new TheoryData<string, string, string, double>();
            string[] rates = ["0.001", "0.01", "0.1", "1"];
            for (var i = 0; i < rates.Length; i++)
            {
                values.Add($"SGD, rate {rates[i]}", "network-run", $@"(?m)^SGD(?: +\d\.\d+){{{i}}} +#", 3e-3);
                // Above these, the steps are so long that the rounding of float decides.
                if (i < 3) values.Add($"momentum, rate {rates[i]}", "network-run", $@"(?m)^momentum(?: +\d\.\d+){{{i}}} +#", 1e-2);
                if (i < 2) values.Add($"Adam, rate {rates[i]}", "network-run", $@"(?m)^Adam(?: +\d\.\d+){{{i}}} +#", 1e-2);
            }

            return values;
        }
    }

    [Theory]
    [MemberData(nameof(Lesson14))]
    [MemberData(nameof(Lesson14Rates))]
    public Task Of_lesson_14(string quantity, string cell, string words, double tolerance) =>
        IsPrinted("en/14-training-well", "lesson 14", quantity, cell, words, tolerance);
}
