using System.Collections.Concurrent;

namespace Neurones.Player.Jupyter;

/// <summary>A notebook that a client has open, and its kernel. The path is the client's name for it and never touches the disk.</summary>
public sealed record Session(string Id, string Path, string Name, string Type, string KernelId);

/// <summary>The sessions whose kernels are alive.</summary>
public sealed class SessionRegistry(KernelRegistry kernels)
{
    private readonly ConcurrentDictionary<string, Session> _sessions = new();

    /// <summary>Serialises what creates and changes sessions, so that a path opened twice at once gets one kernel.</summary>
    public SemaphoreSlim Changing { get; } = new(1, 1);

    public IEnumerable<Session> All
    {
        get
        {
            foreach (var session in _sessions.Values.Where(session => kernels.Find(session.KernelId) is null))
            {
                _sessions.TryRemove(session.Id, out _);
            }

            return _sessions.Values;
        }
    }

    public Session? Find(string id) => _sessions.GetValueOrDefault(id);

    public Session? FindPath(string path) => All.FirstOrDefault(session => session.Path == path);

    public void Put(Session session) => _sessions[session.Id] = session;

    public bool Remove(string id) => _sessions.TryRemove(id, out _);
}
