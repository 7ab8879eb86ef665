using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson01Checks
{
    private const int MostUnits = 4;

    private static Verdict TwoOfThreeVerdict(ThresholdLogicUnit? alarm)
    {
        if (alarm is null) return Verdict.NotStarted("Replace null by a unit: three weights and a threshold.");
        if (alarm.InputCount != 3) return Verdict.Wrong(Invariant($"Your unit has {alarm.InputCount} inputs, but there are three sensors: give three weights."));

        var (right, mine) = (TruthTable.Of(3, x => x.Sum() >= 2 ? 1 : 0), TruthTable.Of(alarm));
        if (mine == right)
        {
            return Verdict.Right("A majority vote by a single neuron: no list of cases is needed, just a sum and a threshold.");
        }

        if (alarm.Weights.Contains(-1)) return Verdict.Wrong("A weight is -1, so this sensor silences the alarm when it reports something. All three should excite it.");
        if (alarm.Weights.Contains(0)) return Verdict.Wrong("A weight is 0, so this sensor isn't connected. All three have a vote.");

        return Verdict.Wrong(alarm.Threshold switch
        {
            1 => "With threshold 1 the alarm sounds as soon as one sensor reports something: that's OR. How large is the sum when two do?",
            3 => "With threshold 3 the alarm only sounds when all three report something: that's AND. How large is the sum when two do?",
            > 3 => "The sum of three inputs is at most 3, so with this threshold the alarm never sounds.",
            _ => "The sum is 0 when no sensor reports anything, and that reaches your threshold: the alarm never stops.",
        });
    }

    private static Verdict OddVerdict(ThresholdNetwork? odd)
    {
        if (odd is null) return Verdict.NotStarted("Replace null by a network: three units, then one.");
        if (odd.InputCount != 3) return Verdict.Wrong(Invariant($"Your network has {odd.InputCount} inputs, but it must read three: each unit of the first layer needs three weights."));

        var (right, mine) = (TruthTable.Of(3, x => x.Sum() % 2), TruthTable.Of(odd));
        var units = odd.Layers.Sum(layer => layer.Count);
        if (mine == right && units <= MostUnits)
        {
            return Verdict.Right("The first layer counts (at least one? two? three?), the second puts the counts together. A good first layer makes the last step easy.");
        }

        if (mine == right) return Verdict.Wrong(Invariant($"It answers rightly, but has {units} units, and {MostUnits} are enough. Let the first layer say whether the sum is at least 1, at least 2, at least 3."));
        if (mine == TruthTable.Of(3, x => 1 - (x.Sum() % 2))) return Verdict.Wrong("It answers 1 for an even number: just the other way round.");
        if (mine == TruthTable.Of(3, x => x.Sum() == 1 ? 1 : 0)) return Verdict.Wrong("It's right for one input, but three are an odd number too: all three on must answer 1.");
        if (mine == TruthTable.Of(3, x => Math.Min(x.Sum(), 1))) return Verdict.Wrong("It answers 1 as soon as one input is on. Two inputs must bring the answer back to 0: which unit of the first layer can inhibit it?");

        var single = odd.Layers.Count == 1 ? "A single layer can't do it: no plane parts these corners. " : "";
        return Verdict.Wrong(single + FirstDifference(mine, right));
    }
}
