namespace Neurones.Kernel;

/// <summary>Text that is HTML already.</summary>
public sealed record HtmlContent(string Content)
{
    public override string ToString() => Content;
}
