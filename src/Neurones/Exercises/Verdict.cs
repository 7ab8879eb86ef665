using Neurones.Formatting;

namespace Neurones.Exercises;

/// <summary>What a check says of a learner's answer; a notebook shows it as a coloured note.</summary>
/// <param name="Kind">How far the answer has come.</param>
/// <param name="Message">What to do, a hint for the very mistake, or why the answer matters.</param>
[TypeFormatterSource(typeof(VerdictFormatterSource), PreferredMimeTypes = [VerdictFormatterSource.Html, VerdictFormatterSource.Text])]
public sealed record Verdict(VerdictKind Kind, string Message)
{
    /// <summary>The verdict on an empty exercise.</summary>
    /// <param name="message">What to do.</param>
    public static Verdict NotStarted(string message) => new(VerdictKind.NotStarted, message);

    /// <summary>The verdict on a mistake.</summary>
    /// <param name="hint">What this mistake is, and a way on.</param>
    public static Verdict Wrong(string hint) => new(VerdictKind.Wrong, hint);

    /// <summary>The verdict on the right answer.</summary>
    /// <param name="why">Why it matters.</param>
    public static Verdict Right(string why) => new(VerdictKind.Right, why);

    /// <summary>
    /// The verdict of a check that calls the learner's own code: not started when that isn't implemented, wrong when it
    /// fails, with its message. Stopping the cell isn't a failure of the code: it goes on to the caller.
    /// </summary>
    /// <param name="check">Runs the learner's code and judges what it gives.</param>
    public static Verdict Of(Func<Verdict> check)
    {
        try
        {
            return check();
        }
        catch (NotImplementedException)
        {
            return NotStarted("Replace the line that throws NotImplementedException by your own code.");
        }
        catch (Exception error) when (error is not (OperationCanceledException or ThreadInterruptedException or OutOfMemoryException))
        {
            return Wrong($"Your code stopped with {error.GetType().Name}: {error.Message}");
        }
    }

    /// <summary>Such as "Not right yet: you divided by n, not by m."</summary>
    public override string ToString() => $"{Heading}: {Message}";

    internal string Heading => Kind switch
    {
        VerdictKind.NotStarted => "Not started",
        VerdictKind.Wrong => "Not right yet",
        _ => "Right",
    };
}
