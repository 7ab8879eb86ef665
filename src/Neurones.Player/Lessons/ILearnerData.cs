namespace Neurones.Player.Lessons;

/// <summary>What is kept of a learner's work in one lesson.</summary>
public interface ILearnerData<T>
    where T : ILearnerData<T>
{
    /// <summary>Of a lesson that the learner hasn't touched.</summary>
    static abstract T None { get; }

    /// <summary>Whether no element is null, which the serialiser doesn't see to.</summary>
    bool IsWhole { get; }
}
