using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Ownership;

/// <summary>
/// Remembers which object each resource of the running command stands for, so that a delete never takes an object that another resource
/// still declares. A resource that is renamed without an alias, for example, is a create under the new URN, which adopts the object, and
/// then a delete under the old one. The engine checks every declared resource before it deletes any.
/// </summary>
internal sealed class Claims
{
    private readonly Lock _lock = new();

    private readonly Dictionary<(ClaimKind Kind, string Urn), (string Key, string? Id)> _declared = [];

    private readonly Dictionary<(ClaimKind Kind, string Key), string> _made = [];

    private readonly HashSet<string> _checked = [];

    private readonly HashSet<string> _continuing = [];

    private readonly Dictionary<(string Id, string Urn), string> _origins = [];

    /// <summary>Records that the program declares the object, and no other of its kind, under this URN.</summary>
    /// <param name="claimed">The object.</param>
    /// <param name="urn">The resource.</param>
    /// <param name="isNew">
    /// Whether the engine checks the resource as a new one. The second time, it is about to replace the resource.
    /// </param>
    /// <returns>Another resource that declares the same object under another id; null where there is none.</returns>
    public string? Declare(ClaimedObject claimed, string urn, bool isNew)
    {
        lock (_lock)
        {
            if (isNew && _declared.ContainsKey((claimed.Kind, urn)))
            {
                _continuing.Add(urn);
            }

            _checked.Add(urn);
            _declared[(claimed.Kind, urn)] = (claimed.Key, claimed.Id);
            return Declaring(claimed, urn).FirstOrDefault(rival =>
                claimed.Id is not null && _declared[(claimed.Kind, rival)].Id is { } other && other != claimed.Id);
        }
    }

    /// <summary>
    /// Whether the program declares the same object under this URN with another id, so that its delete makes room for that.
    /// </summary>
    public bool IsDeclaredOtherwise(ClaimedObject claimed, string urn)
    {
        lock (_lock)
        {
            return _declared.TryGetValue((claimed.Kind, urn), out var declared) && declared.Key == claimed.Key && declared.Id != claimed.Id;
        }
    }

    /// <summary>The keys of all objects of a kind that the program declares on a load balancer.</summary>
    public IReadOnlyList<string> DeclaredOn(ClaimKind kind, string serviceName)
    {
        lock (_lock)
        {
            return
            [
                .. _declared.Where(declared => declared.Key.Kind == kind && IsOn(serviceName, declared.Value.Id))
                    .Select(static declared => declared.Value.Key),
            ];
        }
    }

    /// <summary>Records that an entry of this URN holds the object.</summary>
    public void Hold(ClaimedObject claimed, string urn)
    {
        lock (_lock)
        {
            _declared[(claimed.Kind, urn)] = (claimed.Key, claimed.Id);
        }
    }

    /// <summary>Ends what <see cref="Hold"/> recorded.</summary>
    public void Release(ClaimedObject claimed, string urn)
    {
        lock (_lock)
        {
            _declared.Remove((claimed.Kind, urn));
        }
    }

    /// <summary>
    /// Records that the engine compares an entry of this URN. Where the program declares it, it <see cref="MarkContinuing">continues</see>.
    /// A refresh also compares entries that a destroy deletes next.
    /// </summary>
    public void MarkCompared(string id, string urn, PropertyBag state)
    {
        lock (_lock)
        {
            if (_checked.Contains(urn))
            {
                MarkContinuing(id, urn, state);
            }
        }
    }

    /// <summary>
    /// Records that an entry of this URN continues or is replaced. A delete under the same URN is then that of an earlier entry, which was
    /// replaced by force, in this command or in an earlier one that was cut short.
    /// </summary>
    /// <param name="id">The entry's id.</param>
    /// <param name="urn">The resource.</param>
    /// <param name="state">The entry's state, with the object's origin.</param>
    public void MarkContinuing(string id, string urn, PropertyBag state)
    {
        lock (_lock)
        {
            _continuing.Add(urn);
            if (state.TryGet(Origin.Property, out var origin))
            {
                _origins[(id, urn)] = origin;
            }
        }
    }

    /// <summary>Records that this process made or adopted the object for this URN: the delete of an earlier holder must leave it.</summary>
    public void MarkMade(ClaimedObject claimed, string urn)
    {
        lock (_lock)
        {
            _made[(claimed.Kind, claimed.Key)] = urn;
        }
    }

    /// <summary>The origin that this command saw in an entry of this URN and id; null where it saw none.</summary>
    public string? OriginOf(string id, string urn)
    {
        lock (_lock)
        {
            return _origins.GetValueOrDefault((id, urn));
        }
    }

    /// <summary>
    /// Another resource that holds the object, or the URN itself if it made the object in this command; null where there is none.
    /// </summary>
    public string? HolderBesides(ClaimedObject claimed, string urn)
    {
        lock (_lock)
        {
            return _made.TryGetValue((claimed.Kind, claimed.Key), out var maker) ? maker : Declaring(claimed, urn).FirstOrDefault();
        }
    }

    /// <summary>
    /// Ends the claim of a deleted entry, in one step with the look for another holder: of two entries that are deleted, the second finds
    /// none.
    /// </summary>
    /// <returns>The resource that holds the object from now on, which may be the URN's own successor; null where there is none.</returns>
    public string? GiveUp(ClaimedObject claimed, string urn)
    {
        lock (_lock)
        {
            if (_made.TryGetValue((claimed.Kind, claimed.Key), out var maker))
            {
                return maker;
            }

            if (_declared.GetValueOrDefault((claimed.Kind, urn)) == (claimed.Key, claimed.Id))
            {
                if (_continuing.Contains(urn))
                {
                    return urn;
                }

                _declared.Remove((claimed.Kind, urn));
            }

            return Declaring(claimed, urn).FirstOrDefault();
        }
    }

    /// <summary>Forgets everything, because a new command begins: a plugin that an engine attached to outlives the command.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _declared.Clear();
            _made.Clear();
            _checked.Clear();
            _continuing.Clear();
            _origins.Clear();
        }
    }

    private static bool IsOn(string serviceName, string? id) => id?.StartsWith(serviceName + "/", StringComparison.Ordinal) == true;

    private IEnumerable<string> Declaring(ClaimedObject claimed, string besides) => _declared
        .Where(declared => declared.Key.Kind == claimed.Kind && declared.Value.Key == claimed.Key && declared.Key.Urn != besides)
        .Select(static declared => declared.Key.Urn);
}
