using System.Text;

namespace Neurones.Kernel.Output;

/// <summary>Console.Out and Console.Error of the cells.</summary>
internal sealed class CellTextWriter(CellOutputs outputs, string stream) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override string NewLine => "\n";

    public override void Write(char value) => outputs.Write(stream, [value]);

    public override void Write(char[] buffer, int index, int count) => outputs.Write(stream, buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => outputs.Write(stream, buffer);

    public override void Write(string? value) => outputs.Write(stream, value);

    public override void WriteLine(string? value) => outputs.Write(stream, value + "\n");
}
