namespace Neurones;

/// <summary>What is around an animal: a room with things in it, light from one side, the grain of the photo.</summary>
internal static class Scene
{
    private static readonly Pose Upright = new(0, 0, 1, 0);

    /// <summary>A wall, a floor and a few things that stand around.</summary>
    public static void DrawBackground(Canvas canvas, RandomState random)
    {
        var (wall, floor, horizon) = (random.Uniform(0.1, 0.9), random.Uniform(0.1, 0.9), random.Uniform(20, 70));
        var fall = random.Uniform(-0.2, 0.2);
        canvas.Paint((_, y, _) => y < horizon ? wall + (fall * y / canvas.Size) : floor);
        for (var things = random.RandInt(0, 5); things > 0; things--)
        {
            var (x, y) = (random.Uniform(0, canvas.Size), random.Uniform(0, canvas.Size));
            var thing = random.Rand() < 0.5
                ? Shape.Ellipse(x, y, random.Uniform(4, 20), random.Uniform(4, 20), random.Uniform(0, Math.PI))
                : Shape.Stroke((x, y), (x + random.Uniform(-40, 40), y + random.Uniform(1, 40)), random.Uniform(2, 12));
            canvas.Fill(Upright, thing, random.Uniform(0.1, 0.9), 0.15);
        }
    }

    /// <summary>Light that falls off to one side, the exposure, and noise.</summary>
    public static void Light(Canvas canvas, RandomState random)
    {
        var (sin, cos) = Math.SinCos(random.Uniform(0, 2 * Math.PI));
        var (falloff, contrast, brightness) = (random.Uniform(0, 0.4), random.Uniform(0.65, 1.05), random.Normal(0, 0.06));
        var grain = random.Uniform(0.01, 0.05);
        canvas.Paint((x, y, tone) =>
        {
            var across = (((x - 31.5) * cos) + ((y - 31.5) * sin)) / 32;
            return 0.5 + (contrast * ((tone * (1 + (falloff * across))) - 0.5)) + brightness + random.Normal(0, grain);
        });
    }
}
