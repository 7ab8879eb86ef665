namespace Neurones;

/// <summary>The shapes of the ten digits, each in the ways that people write it.</summary>
internal sealed class Digit(Pen pen, RandomState random)
{
    /// <summary>Writes a digit.</summary>
    public void Write(int digit)
    {
        ReadOnlySpan<Action> write = [Zero, One, Two, Three, Four, Five, Six, Seven, Eight, Nine];
        write[digit]();
    }

    private void Zero() => pen.Arc(0, 0, Vary(0.55), 1, -100, 260 + Around(8));

    private void One()
    {
        pen.Line((0, -1), (0, 1));
        if (Often(0.4))
        {
            pen.Line((-0.38, -0.6 + Around(0.1)), (0, -1));
            if (Often(0.4))
            {
                pen.Line((-0.4, 1), (0.4, 1));
            }
        }
    }

    private void Two()
    {
        var shoulder = pen.Arc(0, -0.5, Vary(0.5), 0.5, 190 + Around(10), 395 + Around(10));
        if (Often(0.3))
        {
            var loop = pen.Arc(-0.3, 0.82, 0.22, 0.2, 60, 300);
            pen.Line(shoulder, (-0.1, 0.65));
            pen.Line(loop, (0.1, 0.9), (0.6, 0.95));
        }
        else
        {
            pen.Line(shoulder, (-0.55, 1), (0.6, 1 + Around(0.08)));
        }
    }

    private void Three()
    {
        var waist = Around(0.08);
        pen.Arc(-0.05, (waist - 1) / 2, Vary(0.48), (1 + waist) / 2, 205 + Around(15), 450);
        pen.Arc(-0.05, (waist + 1) / 2, Vary(0.58), (1 - waist) / 2, 270, 510 + Around(15));
    }

    private void Four()
    {
        var bar = 0.25 + Around(0.12);
        var stem = 0.3 + Around(0.08);
        if (Often(0.3))
        {
            pen.Line((stem, 1), (stem, -1), (-0.6, bar), (0.65, bar)); // closed
        }
        else
        {
            pen.Line((-0.42 + Around(0.1), -0.95), (-0.5, bar), (0.6, bar));
            pen.Line((stem + 0.08, -0.75 + Around(0.2)), (stem, 1));
        }
    }

    private void Five()
    {
        var waist = -0.08 + Around(0.06);
        pen.Line((0.55, -1 + Around(0.06)), (-0.38, -1), (-0.45, waist));
        var belly = Vary(0.58);
        pen.Arc(-0.05, 0.42, belly, 0.58, 227, 500 + Around(12));
    }

    private void Six()
    {
        var loop = 0.48 + Around(0.08);
        pen.Arc(0.55, 1 - loop, 1.1, 1.9 - loop, 255 + Around(8), 180);
        pen.Arc(0, 1 - loop, 0.55, loop, 180, -180);
    }

    private void Seven()
    {
        pen.Line((-0.58, -0.95 + Around(0.06)), (0.55, -0.95), (-0.12 + Around(0.15), 1));
        if (Often(0.25))
        {
            pen.Line((-0.3, 0.05), (0.45, 0));
        }
    }

    private void Eight()
    {
        var waist = -0.04 + Around(0.08);
        pen.Arc(0, (waist - 1) / 2, Vary(0.44), (1 + waist) / 2, -90, 270);
        pen.Arc(0, (waist + 1) / 2, Vary(0.54), (1 - waist) / 2, -90, 270);
    }

    private void Nine()
    {
        var loop = 0.48 + Around(0.06);
        pen.Arc(0, loop - 1, 0.5, loop, 0, 360);
        if (Often(0.5))
        {
            pen.Line((0.5, loop - 1), (0.4 + Around(0.1), 1));
        }
        else
        {
            pen.Arc(-0.55, loop - 1, 1.05, 1.95 - loop, 0, 75 + Around(8));
        }
    }

    private bool Often(double share) => random.Rand() < share;

    private double Around(double reach) => random.Uniform(-reach, reach);

    private double Vary(double length) => length * random.Uniform(0.85, 1.15);
}
