namespace Neurones;

/// <summary>What a convolution does at the edge of its input.</summary>
public enum Padding
{
    /// <summary>The kernel stays inside the input: of n values a kernel of k with stride s makes ⌊(n - k) / s⌋ + 1.</summary>
    Valid,

    /// <summary>
    /// Zeros all around make of n values ⌈n / s⌉ with stride s, so with stride 1 the output is as large as the input. Where
    /// the zeros don't divide evenly, one more stands below and on the right (TensorFlow's rule).
    /// </summary>
    Same,
}
