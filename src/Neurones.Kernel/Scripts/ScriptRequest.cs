namespace Neurones.Kernel.Scripts;

/// <summary>What the player asks for: the notebook's file, the program's, that of plotly.js, and the notebook's cells.</summary>
internal sealed record ScriptRequest(string Notebook, string Script, string Plotly, IReadOnlyList<LessonCell> Cells);
