namespace Neurones.Kernel.Output;

/// <summary>Standard input in a notebook: there is none, and a cell that reads it is told so instead of waiting for ever.</summary>
internal sealed class NoKeyboard : TextReader
{
    public override int Peek() => throw Error();

    public override int Read() => throw Error();

    public override string? ReadLine() => throw Error();

    public override string ReadToEnd() => throw Error();

    private static InvalidOperationException Error() =>
        new("A cell can't read from the keyboard: write the value into the cell, for example `var name = \"Ada\";`.");
}
