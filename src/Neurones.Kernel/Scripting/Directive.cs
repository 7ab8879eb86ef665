namespace Neurones.Kernel.Scripting;

/// <summary>A line such as <c>#r "path"</c> or <c>#!csharp</c>, and where it stands, counted from 1.</summary>
internal sealed record Directive(string Cell, int Line, string Text, string? Reference);
