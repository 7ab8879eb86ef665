using Neurones.Kernel.Formatting;
using Neurones.Kernel.Output;

namespace Neurones.Kernel;

/// <summary>One output of a cell that can be changed in place.</summary>
public sealed class DisplayedValue
{
    private readonly CellOutputs _outputs;
    private readonly string? _mimeType;

    internal DisplayedValue(CellOutputs outputs, string? mimeType) => (_outputs, _mimeType) = (outputs, mimeType);

    internal string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Shows another value in the place of the first, as the same MIME type if one was given.</summary>
    public void Update(object? value) =>
        _outputs.Update(_mimeType is null ? Formatter.Format(value) : Formatter.Format(value, _mimeType), Id);
}
