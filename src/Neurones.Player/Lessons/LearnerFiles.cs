namespace Neurones.Player.Lessons;

/// <summary>The folder of everything that is kept of a learner's work, of all lessons.</summary>
public sealed class LearnerFiles(string folder)
{
    private readonly LearnerStore<Edits> _edits = new(Path.Combine(folder, "edits"));

    public string Folder => folder;

    public LearnerStore<Progress> Progress { get; } = new(Path.Combine(folder, "progress"));

    /// <summary>The store of that name; null where there is none.</summary>
    public LearnerStore? Find(string name) => name switch
    {
        "edits" => _edits,
        "progress" => Progress,
        _ => null,
    };
}
