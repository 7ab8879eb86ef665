namespace Neurones;

/// <summary>Photos to learn from, photos to test with, and where they come from.</summary>
/// <param name="Train">The photos that a model is trained on.</param>
/// <param name="Test">Photos that training never sees.</param>
/// <param name="Source">Where the photos come from; lessons show it.</param>
public sealed record PhotoDataset(PhotoSet Train, PhotoSet Test, PhotoSource Source);
