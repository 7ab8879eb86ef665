namespace Neurones;

/// <summary>Where the photos of a <see cref="PhotoDataset"/> come from.</summary>
/// <param name="Kind">The kind of place.</param>
/// <param name="Sentence">The same for a person: how many photos, real or drawn, from where, and why from there.</param>
public sealed record PhotoSource(PhotoSourceKind Kind, string Sentence)
{
    /// <summary>The sentence.</summary>
    public override string ToString() => Sentence;
}
