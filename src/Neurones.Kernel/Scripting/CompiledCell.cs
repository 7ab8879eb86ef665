namespace Neurones.Kernel.Scripting;

/// <summary>A cell ready to start, once; and tells whether it ends with a value to show, which matters where that is null.</summary>
internal sealed record CompiledCell(Func<Task<object?>> Start, Func<bool> EndsWithValue);
