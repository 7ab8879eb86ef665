namespace Neurones;

/// <summary>A square grey picture; tones run from 0 (black) to 1 (white).</summary>
internal sealed class Canvas(int size)
{
    private readonly double[] _tones = new double[size * size];

    /// <summary>Pixels of a side.</summary>
    public int Size => size;

    /// <summary>Gives each pixel the tone of its place.</summary>
    public void Paint(Func<double, double, double, double> tone)
    {
        for (var i = 0; i < _tones.Length; i++)
        {
            _tones[i] = tone(i % size, i / size, _tones[i]);
        }
    }

    /// <summary>Fills a shape with a tone, softly at its outline; <paramref name="roundness"/> darkens it towards there.</summary>
    public void Fill(Pose pose, Shape shape, double tone, double roundness = 0, double opacity = 1)
    {
        var (x, y) = pose.ToCanvas(shape.X, shape.Y);
        var reach = (pose.Scale * shape.Reach) + 1;
        for (var row = Pixel(y - reach); row < Pixel(y + reach + 1); row++)
        {
            for (var column = Pixel(x - reach); column < Pixel(x + reach + 1); column++)
            {
                var (px, py) = pose.ToFigure(column, row);
                var distance = shape.Distance(px, py);
                var coverage = opacity * Math.Clamp(0.5 - (pose.Scale * distance), 0, 1);
                var shade = 1 - (roundness * Math.Clamp(1 + (distance / (0.5 * shape.Reach)), 0, 1));
                ref var pixel = ref _tones[(row * size) + column];
                pixel += coverage * ((tone * shade) - pixel);
            }
        }
    }

    /// <summary>The picture in bytes, row by row.</summary>
    public void CopyTo(Span<byte> pixels)
    {
        for (var i = 0; i < _tones.Length; i++)
        {
            pixels[i] = (byte)Math.Round(255 * Math.Clamp(_tones[i], 0, 1));
        }
    }

    private int Pixel(double place) => (int)Math.Clamp(place, 0, size);
}
