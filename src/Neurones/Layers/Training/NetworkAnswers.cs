namespace Neurones;

/// <summary>What a network answers to a data set, and how wrong that is.</summary>
internal static class NetworkAnswers
{
    /// <summary>The answers to all samples.</summary>
    public static Tensor Predict(this NetworkComputation network, float[] parameters, Tensor X, TensorShape output)
    {
        var answers = new Tensor(output.Batch(X.Count), new float[output.Size * X.Count]);
        network.Run(parameters, X, (_, _, A, first) => A.CopyTo(answers.Array.AsSpan(first * output.Size)));
        return answers;
    }

    /// <summary>Loss and accuracy over all samples.</summary>
    public static Evaluation Evaluate(this NetworkComputation network, float[] parameters, Tensor X, Tensor Y, Loss loss)
    {
        var outputs = Y.Array.Length / Y.Count;
        var sums = new LossSum[network.PartsOf(X.Count)];
        network.Run(parameters, X, (part, pass, A, first) => sums[part] += loss.Measure(A, Y.Array.AsSpan(first * outputs, A.Length), outputs, 1, pass.Slopes));
        return sums.Aggregate((left, right) => left + right).Over(X.Count);
    }

    private static void Run(this NetworkComputation network, float[] parameters, Tensor X, Receive receive)
    {
        var size = X.Array.Length / X.Count;
        ForkJoin.Run(network.PartsOf(X.Count), part =>
        {
            var pass = network.Take();
            var (first, length) = network.Part(part, X.Count).GetOffsetAndLength(X.Count);
            var outputs = pass.Targets.Length / network.Slice;
            for (var (start, end) = (first, first + length); start < end; start += network.Slice)
            {
                var samples = Math.Min(network.Slice, end - start);
                X.Array.AsSpan(start * size, samples * size).CopyTo(pass.Samples);
                receive(part, pass, pass.Forward(parameters, samples, random: null).AsSpan(0, samples * outputs), start);
            }

            network.Return(pass);
        });
    }

    /// <summary>Takes the answers of a slice of a part, whose first sample is given.</summary>
    private delegate void Receive(int part, NetworkPass pass, ReadOnlySpan<float> answers, int first);
}
