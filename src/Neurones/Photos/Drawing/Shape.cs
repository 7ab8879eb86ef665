namespace Neurones;

/// <summary>A flat shape: for each point how far outside it is, negative inside, and a circle that the shape lies in.</summary>
/// <param name="X">The circle's centre, to the right.</param>
/// <param name="Y">The circle's centre, downwards.</param>
/// <param name="Reach">The circle's radius.</param>
/// <param name="Distance">The signed distance of a point from the outline.</param>
internal sealed record Shape(double X, double Y, double Reach, Func<double, double, double> Distance)
{
    /// <summary>An ellipse with two radii, turned clockwise by an angle.</summary>
    public static Shape Ellipse(double x, double y, double radiusX, double radiusY, double angle = 0)
    {
        var (sin, cos) = Math.SinCos(angle);
        return new Shape(x, y, Math.Max(radiusX, radiusY), (px, py) =>
        {
            var (dx, dy) = (px - x, py - y);
            var (u, v) = (((dx * cos) + (dy * sin)) / radiusX, ((dy * cos) - (dx * sin)) / radiusY);
            var level = Math.Sqrt((u * u) + (v * v));
            var slope = Math.Sqrt((u * u / (radiusX * radiusX)) + (v * v / (radiusY * radiusY)));
            return slope > 0 ? level * (level - 1) / slope : -Math.Min(radiusX, radiusY); // exact enough near the outline
        });
    }

    /// <summary>A triangle; its corners go clockwise or the other way round.</summary>
    public static Shape Triangle((double X, double Y) a, (double X, double Y) b, (double X, double Y) c)
    {
        var (x, y) = ((a.X + b.X + c.X) / 3, (a.Y + b.Y + c.Y) / 3);
        var reach = new[] { a, b, c }.Max(corner => Math.Sqrt(((corner.X - x) * (corner.X - x)) + ((corner.Y - y) * (corner.Y - y))));
        var turn = Math.Sign(((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X)));
        return new Shape(x, y, reach, (px, py) => Math.Max(Side(a, b, px, py), Math.Max(Side(b, c, px, py), Side(c, a, px, py))));

        double Side((double X, double Y) from, (double X, double Y) to, double px, double py)
        {
            var (ex, ey) = (to.X - from.X, to.Y - from.Y);
            return turn * (((px - from.X) * ey) - ((py - from.Y) * ex)) / Math.Sqrt((ex * ex) + (ey * ey));
        }
    }

    /// <summary>A line with round ends.</summary>
    public static Shape Stroke((double X, double Y) from, (double X, double Y) to, double width)
    {
        var (ex, ey) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt((ex * ex) + (ey * ey));
        return new Shape((from.X + to.X) / 2, (from.Y + to.Y) / 2, (length + width) / 2, (px, py) =>
        {
            var along = Math.Clamp((((px - from.X) * ex) + ((py - from.Y) * ey)) / (length * length), 0, 1);
            var (dx, dy) = (px - from.X - (along * ex), py - from.Y - (along * ey));
            return Math.Sqrt((dx * dx) + (dy * dy)) - (width / 2);
        });
    }
}
