namespace Neurones.Player.Pictures;

/// <summary>How figures become pictures.</summary>
/// <param name="Format">png or svg; also the files' extension.</param>
/// <param name="Width">In pixels; how high a picture is, its figure says.</param>
/// <param name="Theme">light or dark.</param>
public sealed record PictureStyle(string Format, int Width, string Theme);
