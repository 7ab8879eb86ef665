namespace Neurones.Exercises;

/// <summary>How far an exercise has come.</summary>
public enum VerdictKind
{
    /// <summary>The learner hasn't written anything yet.</summary>
    NotStarted,

    /// <summary>There is an answer, but not the right one.</summary>
    Wrong,

    /// <summary>The answer is right.</summary>
    Right,
}
