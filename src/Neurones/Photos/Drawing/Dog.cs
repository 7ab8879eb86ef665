namespace Neurones;

/// <summary>A dog: hanging ears, a long face with a broad snout, a big nose, small dark eyes, often its tongue out.</summary>
internal sealed class Dog(Canvas canvas, RandomState random, Pose head, double fur) : Animal(canvas, random, head, fur)
{
    protected override void DrawBody(Pose pose, int side)
    {
        var lean = Random.Uniform(0, 0.7) * side;
        var wag = Random.Uniform(-0.3, 0.6);
        Fill(pose, Shape.Stroke((lean + (0.8 * side), 2.2), (lean + (1.9 * side), 1.5 - wag), 0.34), Shade(-0.06), 0.2);
        Fill(pose, Shape.Ellipse(lean, 2.3, Random.Uniform(1.0, 1.3), 1.4), Shade(-0.04), 0.35);
        Fill(pose, Shape.Ellipse(0.2 * lean, 1.9, 0.62, 1.1), Shade(0.1), 0.2);
        if (Random.Rand() < 0.4)
        {
            Fill(pose, Shape.Stroke((-0.62, 1.05), (0.62, 1.05), 0.2), Fur > 0.5 ? 0.1 : 0.9);
        }
    }

    protected override void DrawHead()
    {
        Fill(Shape.Ellipse(0, 0, Random.Uniform(0.76, 0.88), Random.Uniform(0.92, 1.05)), Fur, 0.25);
        if (Random.Rand() < 0.4)
        {
            var side = Random.Rand() < 0.5 ? -1 : 1;
            Fill(Shape.Ellipse((side * 0.36) + Turn, -0.22, 0.32, 0.38), Shade(Fur > 0.45 ? -0.35 : 0.3), 0.1);
        }
        else if (Random.Rand() < 0.4)
        {
            Fill(Shape.Ellipse(Turn, -0.3, 0.14, 0.7), Shade(0.3));
        }

        DrawEars();
        DrawSnout();
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var x = (side * 0.36) + Turn;
            Fill(Shape.Ellipse(x, -0.18, 0.16, 0.15), Shade(Fur > 0.3 ? -0.2 : 0.3));
            Fill(Shape.Ellipse(x, -0.18, 0.12, 0.12), 0.03);
            Fill(Shape.Ellipse(x + 0.04, -0.22, 0.04, 0.04), 0.95);
        }
    }

    private void DrawEars()
    {
        var tone = Shade(Random.Rand() < 0.7 ? -Random.Uniform(0.12, 0.35) : Random.Uniform(0.1, 0.3));
        var (length, spread) = (Random.Uniform(0.55, 0.8), Random.Uniform(0.05, 0.4));
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var x = side * (0.78 + (0.4 * spread));
            Fill(Shape.Ellipse(x + (0.3 * Turn), -0.45 + (0.7 * length), 0.3, length, -side * spread), tone, 0.3);
        }
    }

    private void DrawSnout()
    {
        var tone = Shade(Random.Uniform(-0.05, 0.25));
        var x = 1.5 * Turn;
        if (Random.Rand() < 0.5)
        {
            Fill(Shape.Ellipse(x, 0.98, 0.17, 0.3), Fur > 0.6 ? 0.45 : 0.75, 0.2);
        }

        Fill(Shape.Ellipse(x, 0.5, 0.48, 0.44), tone, 0.25);
        var dark = tone > 0.25 ? 0.03 : 0.4;
        Fill(Shape.Ellipse(x, 0.3, 0.24, 0.17), dark);
        Fill(Shape.Ellipse(x - 0.06, 0.25, 0.06, 0.04), 0.7);
        Line((x, 0.42), (x, 0.7), 0.06, dark);
        Line((x, 0.7), (x - 0.27, 0.62), 0.06, dark);
        Line((x, 0.7), (x + 0.27, 0.62), 0.06, dark);
    }
}
