using System.Collections.Immutable;

namespace Neurones.Charts.Plotly;

/// <summary>The box that 3D traces are drawn in.</summary>
/// <param name="XAxis">The axis to the right.</param>
/// <param name="YAxis">The axis to the back.</param>
/// <param name="ZAxis">The axis upwards.</param>
/// <param name="Camera">From where it is seen first.</param>
/// <param name="AspectRatio">The box's edges.</param>
public sealed record Scene(Axis XAxis, Axis YAxis, Axis ZAxis, Camera Camera, Point3D AspectRatio)
{
    /// <summary>"manual": the edges are those of <see cref="AspectRatio"/>.</summary>
    public string AspectMode { get; } = "manual";

    /// <summary>Which part of the figure it has; all of it when null.</summary>
    public SceneDomain? Domain { get; init; }
}

/// <summary>Which part of a figure a scene has.</summary>
/// <param name="X">Its part of the width, from 0 to 1.</param>
/// <param name="Y">Its part of the height, from 0 to 1.</param>
public sealed record SceneDomain(ImmutableArray<double> X, ImmutableArray<double> Y);

/// <summary>From where a scene is seen.</summary>
/// <param name="Eye">The eye's place, in units of the box; the box's centre is the origin.</param>
/// <param name="Center">The place looked at.</param>
public sealed record Camera(Point3D Eye, Point3D Center);

/// <summary>A place or a size in space.</summary>
public readonly record struct Point3D(double X, double Y, double Z);
