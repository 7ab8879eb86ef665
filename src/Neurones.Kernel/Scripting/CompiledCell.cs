namespace Neurones.Kernel.Scripting;

/// <summary>A cell ready to start, once; and whether it ends with a value to show.</summary>
internal sealed record CompiledCell(Func<Task<object?>> Start, bool EndsWithValue);
