namespace Neurones;

/// <summary>How a model is trained by gradient descent.</summary>
public sealed record TrainingOptions
{
    /// <summary>The step along the gradient, more than 0; 0.1 by default. Too big a step diverges, too small a one hardly learns.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>
    /// How many times the model goes through all samples, at least 1; 100 by default, and networks mostly need a thousand or
    /// more. Each iteration updates the parameters once; with a <see cref="BatchSize"/> it is an epoch, of one update a batch.
    /// </summary>
    public int Iterations { get; init; } = 100;

    /// <summary>
    /// How many samples an update learns from, at least 1; the last batch of an epoch may have fewer. The samples are
    /// shuffled anew for each epoch by the <see cref="RandomState"/> that drew the first parameters, with its
    /// <see cref="RandomState.Permutation"/>. Null, the default: all samples at once, in their order.
    /// </summary>
    public int? BatchSize { get; init; }

    /// <summary>Loss and accuracy are recorded every so many iterations, at least 1; at each by default.</summary>
    public int RecordEvery { get; init; } = 1;

    /// <summary>The seed of the <see cref="RandomState"/> that draws the first parameters, then the order of the samples in each epoch; 0 by default.</summary>
    public uint Seed { get; init; }

    /// <summary>
    /// The first parameters by name, such as <c>new(("W", W), ("b", b))</c>, to start from a point of your choice or to go
    /// on from <see cref="TrainableModel.Parameters"/>; null draws them from <see cref="Seed"/>.
    /// </summary>
    public NamedMatrices? InitialParameters { get; init; }

    /// <summary>Whether each record keeps the parameters, as an animation of the training needs.</summary>
    public bool KeepParameters { get; init; }
}
