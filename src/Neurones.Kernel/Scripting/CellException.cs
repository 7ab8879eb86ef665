namespace Neurones.Kernel.Scripting;

/// <summary>A cell that can't be run as it is written: the lines say where and why.</summary>
internal sealed class CellException(string name, IReadOnlyList<string> lines) : Exception(lines[0])
{
    /// <summary>The kind of error, Jupyter's ename.</summary>
    public string Name { get; } = name;

    public IReadOnlyList<string> Lines { get; } = lines;

    /// <summary>An error in a directive such as #r.</summary>
    public static CellException InDirective(Directive directive, string message, string name = "DirectiveError") =>
        new(name, $"{directive.Cell}({directive.Line},1): error: {message}".Split('\n'));
}
