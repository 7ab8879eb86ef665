namespace Neurones.Player.Notebooks;

/// <summary>How one cell of a notebook ended.</summary>
public enum CellOutcome
{
    Ok,
    Skipped,
    Unfinished,
    Failed,
}

/// <summary>Why a run stopped: at a cell, and in a line where that is known; or, with neither, because no kernel started.</summary>
public sealed record NotebookFailure(string Message, int? Cell = null, int? Line = null)
{
    /// <summary>As it is reported: <c>lesson.ipynb, cell 3, line 2: message</c>.</summary>
    public string Describe(string notebook)
    {
        var cell = Cell is { } number ? FormattableString.Invariant($", cell {number}") : "";
        var line = Line is { } index ? FormattableString.Invariant($", line {index}") : "";
        return $"{notebook}{cell}{line}: {Message}";
    }
}

/// <summary>What running one notebook gave: the cells that ran, the figures they drew, and the failure, if any.</summary>
public sealed record NotebookReport(int Cells, int Figures, int Unfinished, TimeSpan Time, NotebookFailure? Failure)
{
    /// <summary>Why the notebook was left at the cell that loads its optional packages; null where it wasn't.</summary>
    public string? Skipped { get; init; }
}
