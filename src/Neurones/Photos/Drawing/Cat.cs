namespace Neurones;

/// <summary>A cat: pointed ears, a round face, slit pupils, a small nose, long whiskers, a thin tail.</summary>
internal sealed class Cat(Canvas canvas, RandomState random, Pose head, double fur) : Animal(canvas, random, head, fur)
{
    protected override void DrawBody(Pose pose, int side)
    {
        var lean = Random.Uniform(0, 0.9) * side;
        var tail = Random.Uniform(0.3, 1.4);
        (double X, double Y) bend = (lean + (1.5 * side), 2.0 - (tail / 2));
        Fill(pose, Shape.Stroke((lean + (0.6 * side), 2.6), bend, 0.3), Shade(-0.08), 0.2);
        Fill(pose, Shape.Stroke(bend, (bend.X + (0.25 * side), bend.Y - tail), 0.26), Shade(-0.1), 0.2);
        Fill(pose, Shape.Ellipse(lean, 2.1, Random.Uniform(0.8, 1.05), 1.5, -0.2 * side), Shade(-0.03), 0.35);
        Fill(pose, Shape.Ellipse(0.2 * lean, 1.5, 0.5, 0.9), Shade(0.06), 0.2);
    }

    protected override void DrawHead()
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            DrawEar(side, Random.Uniform(-0.12, 0.12));
        }

        Fill(Shape.Ellipse(0, 0, Random.Uniform(0.95, 1.08), Random.Uniform(0.78, 0.88)), Fur, 0.25);
        if (Random.Rand() < 0.5)
        {
            DrawStripes();
        }

        var muzzle = Shade(Random.Uniform(0.03, 0.2));
        Fill(Shape.Ellipse(Turn - 0.17, 0.36, 0.26, 0.2), muzzle, 0.1);
        Fill(Shape.Ellipse(Turn + 0.17, 0.36, 0.26, 0.2), muzzle, 0.1);
        DrawEyes();
        var nose = Fur > 0.35 ? 0.12 : 0.75;
        Fill(Shape.Triangle((Turn - 0.13, 0.17), (Turn + 0.13, 0.17), (Turn, 0.32)), nose);
        Line((Turn, 0.3), (Turn, 0.46), 0.04, nose);
        Line((Turn, 0.46), (Turn - 0.17, 0.4), 0.04, nose);
        Line((Turn, 0.46), (Turn + 0.17, 0.4), 0.04, nose);
        DrawWhiskers();
    }

    private void DrawEar(int side, double twist)
    {
        var (tipX, tipY) = ((side * 0.82) + twist + (0.3 * Turn), -Random.Uniform(1.25, 1.5));
        Fill(Shape.Triangle((side * 0.95, -0.25), (side * 0.18, -0.72), (tipX, tipY)), Shade(-0.05), 0.1);
        Fill(Shape.Triangle((side * 0.82, -0.5), (side * 0.38, -0.72), (tipX, tipY + 0.22)), Shade(Fur > 0.5 ? -0.25 : 0.22));
    }

    private void DrawStripes()
    {
        var tone = Shade(Fur > 0.4 ? -0.25 : 0.18);
        for (var i = -1; i <= 1; i++)
        {
            Line(((0.22 * i) + (Turn / 2), -0.75), ((0.16 * i) + Turn, -0.42), 0.09, tone, 0.8);
        }

        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            Line((side * 0.98, 0), (side * 0.68, 0.03), 0.08, tone, 0.8);
            Line((side * 0.95, 0.22), (side * 0.66, 0.19), 0.08, tone, 0.8);
        }
    }

    private void DrawEyes()
    {
        var (iris, slit) = (Random.Uniform(0.7, 0.95), Random.Uniform(0.045, 0.11));
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var x = (side * 0.42) + Turn;
            Fill(Shape.Ellipse(x, -0.1, 0.25, 0.19, side * -0.3), 0.06);
            Fill(Shape.Ellipse(x, -0.1, 0.2, 0.15, side * -0.3), iris);
            Fill(Shape.Ellipse(x, -0.1, slit, 0.15), 0.03);
        }
    }

    private void DrawWhiskers()
    {
        var tone = Random.Rand() < 0.75 ? 0.95 : 0.08;
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            for (var i = -1; i <= 1; i++)
            {
                Line(((side * 0.25) + Turn, 0.36 + (0.06 * i)), ((side * Random.Uniform(1.2, 1.5)) + Turn, 0.34 + (0.2 * i)), 0.035, tone, 0.75);
            }
        }
    }
}
