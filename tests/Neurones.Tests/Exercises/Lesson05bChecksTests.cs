using System.Globalization;
using Neurones.Exercises;
using M = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Neurones.Tests;

public class Lesson05bChecksTests
{
    private static readonly CultureInfo Everybodys = CultureInfo.InvariantCulture;

    [Theory]
    [InlineData("Fit", "Fit", "state", "Fit", "constructor", "learningRate isn't part of the data")]
    [InlineData("state", "Fit", "state", "Fit", "constructor", "learningRate isn't learned")]
    [InlineData("constructor", "constructor", "state", "Fit", "constructor", "X is data")]
    [InlineData("constructor", "state", "state", "Fit", "constructor", "X isn't learned, it's what the neuron learns from")]
    [InlineData("constructor", "Fit", "constructor", "Fit", "constructor", "W isn't decided by you")]
    [InlineData("constructor", "Fit", "Fit", "Fit", "constructor", "W isn't given to the training")]
    [InlineData("constructor", "Fit", "state", "state", "constructor", "y isn't learned")]
    [InlineData("constructor", "Fit", "state", "Fit", "fit", "iterations isn't part of the data")]
    [InlineData("constructor", "Fit", "state", "Fit", "new", "\"new\" is none of the three")]
    public void Places_know_their_mistakes(string learningRate, string X, string W, string y, string iterations, string hint) =>
        IsWrong(hint, Lesson05bChecks.Places(learningRate, X, W, y, iterations));

    [Theory]
    [InlineData(300, "You counted all three")]
    [InlineData(100, "it's told to start at n.W and n.b")]
    [InlineData(400, "only three lines")]
    [InlineData(7, "It isn't 7.")]
    public void Steps_know_their_mistakes(int answer, string hint) => IsWrong(hint, Lesson05bChecks.Steps(answer));

    public static TheoryData<string, Func<double[], string>, Func<string, double[]>> WrongTexts => new()
    {
        { "7 numbers went in, 1 came out", numbers => string.Concat(numbers.Select(v => v.ToString(Everybodys))), _ => [0.1] },
        { "Digits were lost: -0.3333333333333333 came back as -0.3333", numbers => Joined(" ", numbers, v => v.ToString("0.####", Everybodys)), text => Split(" ", text, Everybodys) },
        { "0.1 came back as 10", numbers => Joined(" ", numbers, v => (100 * v).ToString(Everybodys)), text => Split(" ", text, Everybodys) },
        { "French ones write 0,1", numbers => Joined(";", numbers, v => v.ToString(CultureInfo.CurrentCulture)), text => Split(";", text, CultureInfo.CurrentCulture) },
        { "French ones write 0,1", numbers => Joined(";", numbers, v => v.ToString(Everybodys)), text => Split(";", text, CultureInfo.CurrentCulture) },
        { "French ones write 0,1", numbers => Joined(";", numbers, v => v.ToString(CultureInfo.CurrentCulture)), text => Split(";", text, Everybodys) },
        { "French ones write 0,1", numbers => Joined(",", numbers, v => v.ToString(CultureInfo.CurrentCulture)), text => Split(",", text, CultureInfo.CurrentCulture) },
        { "Digits were lost: 1.5E-200 came back as 0", numbers => Joined(" ", numbers, v => v.ToString("F30", Everybodys)), text => Split(" ", text, Everybodys) },
        { "FromText can't read what ToText wrote", numbers => Joined("|", numbers, v => v.ToString(Everybodys)), text => Split(" ", text, Everybodys) },
        { "nothing left over at the end", numbers => Joined(" ", numbers, v => v.ToString(Everybodys)) + " ", text => Split(" ", text, Everybodys) },
    };

    [Theory]
    [MemberData(nameof(WrongTexts))]
    public void Texts_know_their_mistakes(string hint, Func<double[], string> toText, Func<string, double[]> fromText) =>
        IsWrong(hint, Lesson05bChecks.Text(toText, fromText));

    [Fact]
    public void The_check_of_a_text_leaves_the_culture_as_it_was()
    {
        var culture = CultureInfo.CurrentCulture;
        Lesson05bChecks.Text(_ => throw new InvalidOperationException("too far"), _ => []);
        Assert.Same(culture, CultureInfo.CurrentCulture);
    }

    public static TheoryData<string, Func<M, M, int, int, LogisticNeuron>> WrongRounds => new()
    {
        { "begin at random, without InitialParameters", (X, y, rounds, iterations) => Going(new LogisticNeuron(), X, y, rounds, iterations) },
        { "hasn't been trained", (_, _, _, _) => new LogisticNeuron() },
        { "a single round teaches", (X, y, _, iterations) => Trained(X, y, iterations) },
        { "its last training had 100 iterations", (X, y, rounds, iterations) => Trained(X, y, rounds * iterations) },
        { "one round too many", (X, y, rounds, iterations) => Going(Trained(X, y, iterations), X, y, rounds, iterations) },
        { "one round too few", (X, y, rounds, iterations) => Going(Trained(X, y, iterations), X, y, rounds - 2, iterations) },
        { "but yours is", (X, y, rounds, iterations) => Trained(X, y, iterations, rate: 1) },
    };

    [Theory]
    [MemberData(nameof(WrongRounds))]
    public void Rounds_know_their_mistakes(string hint, Func<M, M, int, int, LogisticNeuron> answer) => IsWrong(hint, Lesson05bChecks.InRounds(answer));

    public static TheoryData<string, Func<Modest>> WrongModels => new()
    {
        { "*less* frequent", () => new Modest { Decide = share => share >= 0.5 ? 0 : 1 } },
        { "answers 1 both times", () => new Modest { Decide = _ => 1 } },
        { "answers 0 both times", () => new Modest { Decide = _ => 0 } },
        { "5 / 2 is 2", () => new Modest { Decide = share => (int)(5 * share) >= 5 / 2 ? 1 : 0 } },
        { "the share of ones", () => new Modest { Decide = share => share } },
        { "every answer must be 1, but the first of yours is 3", () => new Modest { Decide = _ => 3 } },
        { "the answers must be (2, 1); yours are (5, 1)", () => new RowsOfFit() },
        { "the answers must be (2, 1); yours are (1, 2)", () => new InARow() },
        { "In a tie", () => new Modest { Decide = share => share > 0.5 ? 1 : 0 } },
        { "still counts the first", () => new Counting() },
        { "Is your field static?", () => new Shared() },
        { "makes up an answer", () => new Modest { Unfitted = () => 0 } },
        { "stops with NullReferenceException", () => new Modest { Unfitted = () => ((object)null!).GetHashCode() } },
        { "says only \"No.\"", () => new Modest { Unfitted = () => throw new InvalidOperationException("No.") } },
    };

    [Theory]
    [MemberData(nameof(WrongModels))]
    public void Most_frequent_knows_its_mistakes(string hint, Func<Modest> create) => IsWrong(hint, Check(create));

    [Fact]
    public void Right_answers_are_right()
    {
        IsRight(Lesson05bChecks.Places("constructor", "Fit", "state", "fit", "Constructor"));
        IsRight(Lesson05bChecks.Steps(200));
        IsRight(Lesson05bChecks.Text(numbers => Joined(",", numbers, v => v.ToString(Everybodys)), text => Split(",", text, Everybodys)));
        IsRight(Lesson05bChecks.InRounds((X, y, rounds, iterations) => Going(Trained(X, y, iterations), X, y, rounds - 1, iterations)));
        IsRight(Check(() => new Modest()));
    }

    [Fact]
    public void Stubs_are_not_started() => Assert.All(
        [
            Lesson05bChecks.Places("?", "?", "?", "?", "?"),
            Lesson05bChecks.Places("constructor", "Fit", "state", "?", "constructor"),
            Lesson05bChecks.Steps(0),
            Lesson05bChecks.Text(_ => throw new NotImplementedException(), _ => throw new NotImplementedException()),
            Lesson05bChecks.Text(_ => "", _ => throw new NotImplementedException()),
            Lesson05bChecks.Text(_ => null!, _ => []),
            Lesson05bChecks.Text(_ => "", _ => null!),
            Lesson05bChecks.InRounds((_, _, _, _) => throw new NotImplementedException()),
            Lesson05bChecks.InRounds((_, _, _, _) => null!),
            Lesson05bChecks.MostFrequent(() => ((_, _) => throw new NotImplementedException(), _ => throw new NotImplementedException())),
            Lesson05bChecks.MostFrequent(() => ((_, _) => { }, _ => null!)),
        ],
        verdict => Assert.Equal(VerdictKind.NotStarted, verdict.Kind));

    /// <summary>The right model, with a mistake to be set.</summary>
    public class Modest
    {
        private double? _answer;

        public Func<double, double> Decide { get; init; } = share => share >= 0.5 ? 1 : 0;

        public Func<double> Unfitted { get; init; } = () => throw new InvalidOperationException("Call Fit(X, y) first.");

        public virtual void Fit(M X, M y) => _answer = Decide(y.Enumerate().Average());

        public virtual M Predict(M X) => M.Build.Dense(X.RowCount, 1, _answer ?? Unfitted());
    }

    private sealed class RowsOfFit : Modest
    {
        private int _rows;

        public override void Fit(M X, M y)
        {
            base.Fit(X, y);
            _rows = y.RowCount;
        }

        public override M Predict(M X) => M.Build.Dense(_rows, 1, 1);
    }

    private sealed class InARow : Modest
    {
        public override M Predict(M X) => base.Predict(X).Transpose();
    }

    private sealed class Counting : Modest
    {
        private readonly List<double> _labels = [];

        public override void Fit(M X, M y)
        {
            _labels.AddRange(y.Enumerate());
            base.Fit(X, M.Build.Dense(_labels.Count, 1, [.. _labels]));
        }
    }

    private sealed class Shared : Modest
    {
        private static double _shared;

        public override void Fit(M X, M y) => _shared = Decide(y.Enumerate().Average());

        public override M Predict(M X) => M.Build.Dense(X.RowCount, 1, _shared);
    }

    private static Verdict Check(Func<Modest> create) => Lesson05bChecks.MostFrequent(() =>
    {
        var model = create();
        return (model.Fit, model.Predict);
    });

    private static string Joined(string separator, double[] numbers, Func<double, string> text) => string.Join(separator, numbers.Select(text));

    private static double[] Split(string separator, string text, CultureInfo culture) => [.. text.Split(separator).Select(part => double.Parse(part, culture))];

    private static LogisticNeuron Trained(M X, M y, int iterations, double rate = 0.1)
    {
        var neuron = new LogisticNeuron();
        neuron.Fit(X, y, new TrainingOptions { Iterations = iterations, LearningRate = rate });
        return neuron;
    }

    private static LogisticNeuron Going(LogisticNeuron neuron, M X, M y, int rounds, int iterations)
    {
        for (var round = 0; round < rounds; round++)
        {
            neuron.Fit(X, y, new TrainingOptions { Iterations = iterations, InitialParameters = neuron.Parameters });
        }

        return neuron;
    }

    private static void IsRight(Verdict verdict) => Assert.Equal((VerdictKind.Right, true), (verdict.Kind, verdict.Message.Length > 20));

    private static void IsWrong(string hint, Verdict verdict)
    {
        Assert.Equal(VerdictKind.Wrong, verdict.Kind);
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
    }
}
