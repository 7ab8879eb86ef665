using System.Globalization;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson05bChecks
{
    private static readonly double[] Telltale = [0.1, -1.0 / 3, 12345.678, 0, 2.5e-17, 1.5e-200, 1.7976931348623157e308];

    private static Verdict TextVerdict(Func<double[], string> toText, Func<string, double[]> fromText)
    {
        if (In(CultureInfo.InvariantCulture, () => toText([.. Telltale])) is not { } text) return Verdict.NotStarted("Return a text, and read it again.");
        double[] read;
        try
        {
            read = In(CultureInfo.InvariantCulture, () => fromText(text));
        }
        catch (FormatException error)
        {
            return Verdict.Wrong($"FromText can't read what ToText wrote. {error.Message} What stands between two numbers in your text, do you split it there, and is nothing left over at the end?");
        }

        if (read is null) return Verdict.NotStarted("ToText returns a text. Now let FromText return the numbers in it.");
        if (read.Length != Telltale.Length)
        {
            return Verdict.Wrong(Invariant($"{Telltale.Length} numbers went in, {read.Length} came out. What stands between two numbers in your text, and do you split it there?"));
        }

        if (!Same(read))
        {
            var lost = Telltale.Zip(read).First(pair => !pair.First.Equals(pair.Second));
            return Verdict.Wrong(lost.Second is 0 || Answer.Is(lost.Second, lost.First, tolerance: 1e-3)
                ? Invariant($"Digits were lost: {lost.First:R} came back as {lost.Second:R}. Without a format such as 0.0000, C# writes as many digits as it takes.")
                : Invariant($"{lost.First:R} came back as {lost.Second:R}."));
        }

        return ReadsTheSame(writer: French, reader: French) && ReadsTheSame(writer: French, reader: CultureInfo.InvariantCulture) && ReadsTheSame(writer: CultureInfo.InvariantCulture, reader: French)
            ? Verdict.Right("A file outlives the program and the computer that wrote it: every bit, in every country.")
            : Verdict.Wrong("Right on an English computer. But French ones write 0,1 for 0.1, and the file may be written there and read here: give CultureInfo.InvariantCulture to ToString and to Parse.");

        bool ReadsTheSame(CultureInfo writer, CultureInfo reader)
        {
            try
            {
                var written = In(writer, () => toText([.. Telltale]));
                return Same(In(reader, () => fromText(written)));
            }
            catch (Exception error) when (error is FormatException or OverflowException)
            {
                return false;
            }
        }
    }

    // With a comma, as in French; the machine needn't know the country.
    private static CultureInfo French
    {
        get
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (",", " ");
            return culture;
        }
    }

    private static bool Same(double[] read) => read.SequenceEqual(Telltale);

    private static T In<T>(CultureInfo culture, Func<T> answer)
    {
        var usual = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return answer();
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }
}
