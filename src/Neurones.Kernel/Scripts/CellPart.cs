namespace Neurones.Kernel.Scripts;

/// <summary>What a cell is in the program: members of its class, and the statements of its method Run; or, where it isn't run, why.</summary>
internal sealed record CellPart(IReadOnlyList<string> Members, IReadOnlyList<string> Statements, bool IsAsync, string? WhyNot = null)
{
    /// <summary>Nothing but using directives, say.</summary>
    public bool IsEmpty => Members.Count == 0 && Statements.Count == 0;

    public bool Runs => Statements.Count > 0;

    public static CellPart NotRun(string why) => new([], [], false, why);
}
