namespace Neurones;

/// <summary>Where a figure stands on the canvas: a point (x, y) of the figure goes to Scale * rotation(Angle) * (x, y) + (X, Y).</summary>
internal readonly record struct Pose(double X, double Y, double Scale, double Angle)
{
    public (double X, double Y) ToCanvas(double x, double y)
    {
        var (sin, cos) = Math.SinCos(Angle);
        return (X + (Scale * ((x * cos) - (y * sin))), Y + (Scale * ((x * sin) + (y * cos))));
    }

    public (double X, double Y) ToFigure(double canvasX, double canvasY)
    {
        var (sin, cos) = Math.SinCos(Angle);
        var (dx, dy) = ((canvasX - X) / Scale, (canvasY - Y) / Scale);
        return ((dx * cos) + (dy * sin), (dy * cos) - (dx * sin));
    }
}
