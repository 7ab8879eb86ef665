namespace Lessons.Tests;

/// <summary>Lesson 10: four layers, then deeper and wider networks, then the sizes of the gradients in eight layers.</summary>
public partial class PublishedValuesTests
{
    public static TheoryData<string, string, string, double> Lesson10
    {
        get
        {
            var values = new TheoryData<string, string, string, double>
            {
                { "first w", "shapes-code", "the first is #", Digits8 },
                { "first a", "forward-run", "a = #", Digits8 },
                { "first loss", "loss-code", "training: #", Digits8 },
                { "loss", "curve", "log loss = #", Digits8 },
                { "accuracy", "curve", "accuracy = #", 1e-12 },
                { "w11", "library-code", @"yours: +W1\[0, 0\] = #", Digits8 },
                { "b4", "library-code", "yours: .* b4 = #", Digits8 },
                { "w11", "library-code", @"library: W1\[0, 0\] = #", Digits8 },
                { "b4", "library-code", "library: .* b4 = #", Digits8 },
                { "loss", "library-code", "library: .* loss #", Digits8 },
                { "moons (32, 32, 32), rate 0.1: loss", "moons-code", "log loss = #", Digits8 },
                { "moons (32, 32, 32), rate 0.1: accuracy", "moons-code", "accuracy = #", 1e-12 },
                { "factor", "rule-code", "8 layers of 8: #", Digits2 },
            };

            foreach (var hidden in new[] { "(32)", "(32, 32)", "(32, 32, 32)", "(296)" })
            {
                Report($"circles {hidden}", "circles-compared", hidden[1..^1]);
            }

            foreach (var hidden in new[] { "(32)", "(32, 32, 32)", "(296)" })
            {
                Report($"moons {hidden}, rate 0.1", "moons-compared", hidden[1..^1]);
                string[] rates = ["0.1", "0.3", "1", "3"];
                for (var i = 0; i < rates.Length; i++)
                {
                    values.Add($"moons {hidden}, rate {rates[i]}: new", "rates-code", $@"(?m)^{hidden[1..^1]}(?: +0\.\d+){{{i}}} +#", 1e-12);
                }
            }

            Report("circles, rate 1", "circles-curves", "32, rate 1");
            foreach (var layers in new[] { 2, 4, 6, 8 })
            {
                Report($"{layers} layers", "eight-code", $"{layers} layers");
            }

            for (var l = 1; l <= 8; l++)
            {
                values.Add($"sigmoid: |dW{l}|", "measure-code", $"layer {l}: .*= #", 0.6e-7);
                values.Add($"sigmoid: apart {l}", "forwards-code", $"layer {l}: .*= #", Digits4);
            }

            foreach (var (network, name) in new[] { ("sigmoid", "sigmoid"), ("sigmoid, Xavier", @"sigmoid, X\."), ("tanh, Xavier", "tanh, Xavier"), ("ReLU, He", "ReLU, He") })
            {
                Report(network, "train-eight-curves", name);
                var first = network == "sigmoid" ? "sigmoid, Randn" : network;
                values.Add($"{network}: |dW1|", "remedies-figure", $"(?m)^{first} +layer 1 #", Digits8);
                values.Add($"{network}: |dW8|", "remedies-figure", $"(?m)^{first} .*layer 8 #", Digits8);
            }

            return values;

            void Report(string network, string cell, string name)
            {
                values.Add($"{network}: loss", cell, $"(?m)^{name} +loss #", Digits4);
                values.Add($"{network}: accuracy", cell, $"(?m)^{name} +loss .*accuracy #", 1e-12);
                values.Add($"{network}: new", cell, $"(?m)^{name} +loss .*points #", 1e-12);
            }
        }
    }

    public static TheoryData<string, string, string, double> Lesson10Solutions
    {
        get
        {
            var values = new TheoryData<string, string, string, double>
            {
                { "patience: 1000", "explore-patience-code", @"(?m)^ +1000: #", Digits6 },
                { "patience: 10000", "explore-patience-code", @"(?m)^ +10000: #", Digits6 },
            };
            foreach (var layers in new[] { 2, 4 })
            {
                foreach (var rate in new[] { "0.3", "1", "3" })
                {
                    var row = $"{layers} layers, rate {rate}";
                    values.Add($"noise, {row}: loss", "explore-noise-code", $"{row}: train loss #", Digits3);
                    values.Add($"noise, {row}: new loss", "explore-noise-code", $"{row}: .*points #", Digits3);
                    values.Add($"noise, {row}: new", "explore-noise-code", $@"{row}: .*points \S+ #", 1e-12);
                }
            }

            return values;
        }
    }

    [Theory]
    [MemberData(nameof(Lesson10))]
    public Task Of_lesson_10(string quantity, string cell, string words, double tolerance) =>
        IsPrinted("en/10-deep-networks", "lesson 10", quantity, cell, words, tolerance);

    [Theory]
    [MemberData(nameof(Lesson10Solutions))]
    public Task Of_the_solutions_of_lesson_10(string quantity, string cell, string words, double tolerance) =>
        IsPrinted("en/solutions/10-deep-networks", "lesson 10", quantity, cell, words, tolerance);
}
