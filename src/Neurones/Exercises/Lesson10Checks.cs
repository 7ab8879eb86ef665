using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Exercises;

/// <summary>The checks of lesson 10's exercises. Each knows the usual mistakes and has a hint for every one of them.</summary>
public static partial class Lesson10Checks
{
    /// <summary>Exercise 1: how many numbers a network 4096-32-32-1 has to learn.</summary>
    /// <param name="numbers">The learner's number; 0 while there is none.</param>
    public static Verdict Numbers(int numbers) => NumbersVerdict(numbers);

    /// <summary>Exercise 2: what part of the last layer's gradient arrives at the first of eight layers, if each step back leaves a quarter.</summary>
    /// <param name="left">The learner's number; NaN while there is none.</param>
    public static Verdict WhatIsLeft(double left) => WhatIsLeftVerdict(left);

    /// <summary>Exercise 3: the slope of tanh, from its answers.</summary>
    /// <param name="slope">The learner's function: A = tanh(Z) gives 1 - A ∘ A, of the same shape.</param>
    public static Verdict TanhSlope(Func<Matrix<double>, Matrix<double>> slope) => Verdict.Of(() => TanhSlopeVerdict(slope));

    /// <summary>Exercise 4: the first parameters of a network, as He et al. draw them.</summary>
    /// <param name="initialise">The learner's function: the sizes n0, n1, ..., nC and the random numbers give W1, b1, W2, b2, ...</param>
    public static Verdict InitialiseHe(Func<int[], RandomState, IReadOnlyDictionary<string, Matrix<double>>> initialise) =>
        Verdict.Of(() => InitialiseHeVerdict(initialise));

    /// <summary>Exercise 5: forward propagation with any activation in the hidden layers.</summary>
    /// <param name="forward">The learner's function: X, (n0, m), the parameters W1, b1, W2, b2, ... and the activation give the last layer's answers, (1, m).</param>
    public static Verdict Forward(
        Func<Matrix<double>, Dictionary<string, Matrix<double>>, Func<Matrix<double>, Matrix<double>>, Matrix<double>> forward) =>
        Verdict.Of(() => ForwardVerdict(forward));
}
