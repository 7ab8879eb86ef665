namespace Neurones;

/// <summary>
/// A pen in somebody's hand: where and how large, slanted, bold and shaky it writes is drawn at random.
/// A character is about 2 units high, from -1 at the top to 1 at the bottom, and 1.2 wide.
/// </summary>
internal sealed class Pen(Canvas canvas, RandomState random)
{
    private static readonly Pose Upright = new(0, 0, 1, 0);

    private readonly Pose _place = new(random.Normal(13.5, 0.9), random.Normal(13.5, 0.9), random.Uniform(7.8, 9.8), random.Normal(0, 0.08));
    private readonly double _breadth = random.Uniform(0.9, 1.3);
    private readonly double _slant = random.Normal(0.18, 0.16);
    private readonly double _width = random.Uniform(1.5, 3.3);
    private readonly double _tone = random.Uniform(0.85, 1);
    private readonly Wave _across = new(random);
    private readonly Wave _down = new(random);

    /// <summary>Draws lines from point to point.</summary>
    public void Line(params ReadOnlySpan<(double X, double Y)> points)
    {
        for (var i = 1; i < points.Length; i++)
        {
            Curve(points[i - 1], points[i]);
        }
    }

    /// <summary>Draws an arc of an ellipse between two angles in degrees: 0 is to the right, 90 below, 180 to the left, 270 above.</summary>
    /// <returns>The point that it ends at.</returns>
    public (double X, double Y) Arc(double x, double y, double radiusX, double radiusY, double from, double to)
    {
        var steps = (int)Math.Ceiling(Math.Abs(to - from) / 20);
        var end = At(from);
        for (var i = 1; i <= steps; i++)
        {
            var start = end;
            end = At(from + ((to - from) * i / steps));
            Stroke(start, end);
        }

        return end;

        (double X, double Y) At(double degrees)
        {
            var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
            return (x + (radiusX * cos), y + (radiusY * sin));
        }
    }

    /// <summary>A line that the shaking of the hand can bend.</summary>
    private void Curve((double X, double Y) from, (double X, double Y) to)
    {
        const int Steps = 4;
        for (var i = 0; i < Steps; i++)
        {
            Stroke(Between(i), Between(i + 1));
        }

        (double X, double Y) Between(int i) => (from.X + ((to.X - from.X) * i / Steps), from.Y + ((to.Y - from.Y) * i / Steps));
    }

    private void Stroke((double X, double Y) from, (double X, double Y) to) => canvas.Fill(Upright, Shape.Stroke(OnCanvas(from), OnCanvas(to), _width), _tone);

    private (double X, double Y) OnCanvas((double X, double Y) point)
    {
        var (x, y) = (point.X + _across.At(point.Y), point.Y + _down.At(point.X));
        return _place.ToCanvas((_breadth * x) - (_slant * y), y);
    }

    /// <summary>A small smooth deviation along a line.</summary>
    private sealed class Wave(RandomState random)
    {
        private readonly double _height = random.Normal(0, 0.09);
        private readonly double _length = random.Uniform(1.8, 4);
        private readonly double _start = random.Uniform(0, 2 * Math.PI);

        public double At(double place) => _height * Math.Sin((2 * Math.PI * place / _length) + _start);
    }
}
