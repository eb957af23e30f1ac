using System.Collections.Concurrent;

namespace OvhIplb.Provider.LoadBalancers;

/// <summary>
/// Remembers which object each declared resource of this process stands for, so that a delete never takes what is still
/// declared: a resource renamed without an alias is the create of one URN, which adopts the object, and then the delete of
/// another. The engine checks every declared resource before it deletes any. A plugin that an engine attached to outlives the
/// command, its memory of the declared does not.
/// </summary>
internal sealed class Claims
{
    private readonly ConcurrentDictionary<(string Kind, string Id), ConcurrentDictionary<string, bool>> _holders = new();

    private readonly ConcurrentDictionary<(string Kind, string Id), string> _made = new();

    /// <summary>The program declares the object under this URN.</summary>
    public void Declare(string kind, string id, string urn) =>
        _holders.GetOrAdd((kind, id), static _ => new ConcurrentDictionary<string, bool>(StringComparer.Ordinal))[urn] = true;

    /// <summary>This process made or adopted the object for this URN, so the delete of an earlier holder must leave it.</summary>
    public void Made(string kind, string id, string urn) => _made[(kind, id)] = urn;

    /// <summary>Who still holds the object when the resource of this URN is deleted; null where nobody does.</summary>
    public string? HolderBesides(string kind, string id, string urn)
    {
        if (_made.TryGetValue((kind, id), out string? maker))
        {
            return maker;
        }

        return _holders.TryGetValue((kind, id), out ConcurrentDictionary<string, bool>? urns)
            ? urns.Keys.FirstOrDefault(holder => holder != urn)
            : null;
    }

    /// <summary>A new command begins: what the program declared in the last one says nothing of this one.</summary>
    public void Clear()
    {
        _holders.Clear();
        _made.Clear();
    }

    /// <summary>The object is gone.</summary>
    public void Forget(string kind, string id)
    {
        _holders.TryRemove((kind, id), out _);
        _made.TryRemove((kind, id), out _);
    }
}
