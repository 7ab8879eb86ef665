using Neurones.Player.Tests.Browser;

namespace Neurones.Player.Tests.Clients;

/// <summary>A test that is skipped where Debian's jupyter-notebook or a Chromium is missing.</summary>
internal sealed class NeedsClassicNotebookFactAttribute : FactAttribute
{
    public NeedsClassicNotebookFactAttribute() => Skip = ClassicNotebook.WhyMissing ?? (Chromium.Path is null ? "No Chromium is on the PATH." : null);
}

/// <summary>A test that is skipped where Debian's jupyter-notebook, Node or the clients are missing.</summary>
internal sealed class NeedsClassicNotebookTheoryAttribute : TheoryAttribute
{
    public NeedsClassicNotebookTheoryAttribute() => Skip = ClassicNotebook.WhyMissing ?? NodeScript.WhyMissing;
}
