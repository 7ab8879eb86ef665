namespace Neurones;

/// <summary>What a drawn cat and a drawn dog have in common; one unit is about half the width of the head.</summary>
/// <param name="canvas">What it is drawn on.</param>
/// <param name="random">Makes each animal another one.</param>
/// <param name="head">Where the head is; the body follows it.</param>
/// <param name="fur">The tone of its fur.</param>
internal abstract class Animal(Canvas canvas, RandomState random, Pose head, double fur)
{
    protected RandomState Random { get; } = random;

    protected double Fur { get; } = fur;

    /// <summary>How far the face looks to one side: its parts are shifted by this.</summary>
    protected double Turn { get; } = random.Uniform(-0.22, 0.22);

    /// <summary>Draws the animal, from the back to the front.</summary>
    public void Draw()
    {
        if (Random.Rand() < 0.85)
        {
            DrawBody(head with { Angle = head.Angle / 4 }, Random.Rand() < 0.5 ? -1 : 1);
        }

        DrawHead();
    }

    protected abstract void DrawBody(Pose pose, int side);

    protected abstract void DrawHead();

    /// <summary>A tone near that of the fur.</summary>
    protected double Shade(double difference) => Math.Clamp(Fur + difference, 0.03, 0.97);

    protected void Fill(Shape shape, double tone, double roundness = 0, double opacity = 1) => canvas.Fill(head, shape, tone, roundness, opacity);

    protected void Fill(Pose pose, Shape shape, double tone, double roundness = 0) => canvas.Fill(pose, shape, tone, roundness);

    protected void Line((double X, double Y) from, (double X, double Y) to, double width, double tone, double opacity = 1) =>
        Fill(Shape.Stroke(from, to, width), tone, 0, opacity);
}
