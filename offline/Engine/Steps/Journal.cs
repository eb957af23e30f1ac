using Engine.State;

namespace Engine.Steps;

/// <summary>
/// The state while it changes: the resources this run has finished with, in that order, then those it has not visited. Every
/// change is saved at once, and so is every call to a provider before it is sent. Safe for concurrent use.
/// </summary>
internal sealed class Journal
{
    private readonly Lock _lock = new();
    private readonly IStateStore? _store;
    private readonly List<ResourceEntry> _before;
    private readonly List<ResourceEntry> _now = [];
    private readonly List<Operation> _pending;
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);

    /// <param name="start">The state the run begins with.</param>
    /// <param name="store">Where changes are saved; null in a preview.</param>
    public Journal(Snapshot start, IStateStore? store)
    {
        _store = store;
        Start = start;
        _before = [.. start.Resources];
        // An interrupted create may have left an object behind that nothing here knows: it stays listed until it is cleared.
        // Interrupted updates and deletes are simply done again.
        _pending = [.. start.Pending.Where(operation => operation.Type == "creating")];
    }

    /// <summary>The state the run began with.</summary>
    public Snapshot Start { get; }

    /// <summary>The state as it is now.</summary>
    public Snapshot Current
    {
        get
        {
            lock (_lock)
            {
                return new Snapshot(
                    [.. _now.Concat(_before.Where(e => !e.Delete)).Concat(_before.Where(e => e.Delete)).Select(Renamed)],
                    [.. _pending]);
            }
        }
    }

    /// <summary>The entry of a resource this run has not visited yet; not one that only waits for its deletion.</summary>
    public ResourceEntry? Find(string urn)
    {
        lock (_lock)
        {
            return _before.FirstOrDefault(entry => entry.Urn == urn && !entry.Delete);
        }
    }

    /// <summary>The entry of a resource this run has visited.</summary>
    public ResourceEntry? FindVisited(string urn)
    {
        lock (_lock)
        {
            return _now.FirstOrDefault(entry => entry.Urn == urn);
        }
    }

    /// <summary>What the run has not visited.</summary>
    public IReadOnlyList<ResourceEntry> Unvisited()
    {
        lock (_lock)
        {
            return [.. _before];
        }
    }

    /// <summary>The run is done with a resource: <paramref name="next"/> takes the place of <paramref name="old"/>, if any.</summary>
    public void Visit(ResourceEntry? old, ResourceEntry next, bool changed = true)
    {
        lock (_lock)
        {
            if (old is not null)
            {
                _before.RemoveAll(entry => ReferenceEquals(entry, old));
                _now.RemoveAll(entry => ReferenceEquals(entry, old));
                if (old.Urn != next.Urn)
                {
                    _renamed[old.Urn] = next.Urn;
                }
            }

            _now.Add(next);
            Save(changed);
        }
    }

    /// <summary>Changes an entry where it stands; answers the changed one.</summary>
    public ResourceEntry Change(ResourceEntry old, ResourceEntry changed, bool save = true)
    {
        lock (_lock)
        {
            foreach (var list in new[] { _now, _before })
            {
                var index = list.FindIndex(entry => ReferenceEquals(entry, old));
                if (index >= 0)
                {
                    list[index] = changed;
                    Save(save);
                    return changed;
                }
            }

            throw new InvalidOperationException($"{old.Urn} is not in the state any more.");
        }
    }

    public void Remove(ResourceEntry entry)
    {
        lock (_lock)
        {
            _before.RemoveAll(other => ReferenceEquals(other, entry));
            _now.RemoveAll(other => ReferenceEquals(other, entry));
            Save(true);
        }
    }

    /// <summary>Notes that a call to a provider is about to be sent.</summary>
    public Operation Begin(ResourceEntry entry, string type)
    {
        var operation = new Operation(entry, type);
        lock (_lock)
        {
            _pending.Add(operation);
            Save(true);
        }

        return operation;
    }

    /// <summary>Notes that it was answered. Nothing is saved: what the answer changes is saved right after.</summary>
    public void End(Operation operation)
    {
        lock (_lock)
        {
            _pending.RemoveAll(other => ReferenceEquals(other, operation));
        }
    }

    /// <summary>Forgets creates that an earlier run was interrupted in.</summary>
    public void ClearPending()
    {
        lock (_lock)
        {
            _pending.Clear();
        }
    }

    public void Save()
    {
        lock (_lock)
        {
            Save(true);
        }
    }

    private void Save(bool changed)
    {
        if (changed)
        {
            _store?.Save(Current);
        }
    }

    private ResourceEntry Renamed(ResourceEntry entry)
    {
        if (_renamed.Count == 0 || !entry.References().Any(_renamed.ContainsKey))
        {
            return entry;
        }

        return entry with
        {
            Parent = Name(entry.Parent),
            DeletedWith = Name(entry.DeletedWith),
            Dependencies = [.. entry.Dependencies.Select(Name)],
            PropertyDependencies = entry.PropertyDependencies.ToDictionary(
                pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.Select(Name)], StringComparer.Ordinal),
            Provider = entry.Provider.Length == 0 ? "" : Reference(entry.Provider),
        };

        string Name(string urn) => _renamed.GetValueOrDefault(urn, urn);

        string Reference(string reference)
        {
            (var urn, var id) = Urn.SplitReference(reference);
            return $"{Name(urn)}::{id}";
        }
    }
}
