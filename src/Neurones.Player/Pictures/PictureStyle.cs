namespace Neurones.Player.Pictures;

/// <summary>How figures become pictures.</summary>
/// <param name="Format">png or svg; also the files' extension.</param>
/// <param name="Width">In pixels of the figure.</param>
/// <param name="Height">In pixels of the figure; null for what each figure says itself.</param>
/// <param name="Scale">How many pixels of a PNG stand for one of the figure's: 2 is sharp on paper and on fine screens.</param>
/// <param name="Theme">light or dark.</param>
public sealed record PictureStyle(string Format, int Width, int? Height, int Scale, string Theme);
