using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Ownership;

/// <summary>
/// Remembers which object each declared resource of this process stands for, so that a delete never takes what is still
/// declared: a resource renamed without an alias is the create of one URN, which adopts the object, and then the delete of
/// another. The engine checks every declared resource before it deletes any. A plugin that an engine attached to outlives the
/// command, its memory of the declared does not.
/// </summary>
internal sealed class Claims
{
    private readonly Lock _lock = new();

    private readonly Dictionary<(string Kind, string Urn), (string Object, string? Id)> _declared = [];

    private readonly Dictionary<(string Kind, string Object), string> _made = [];

    private readonly HashSet<string> _checked = [];

    private readonly HashSet<string> _lasting = [];

    private readonly Dictionary<(string Id, string Urn), string> _origins = [];

    /// <summary>The program declares the object under this URN, and nothing else of its kind.</summary>
    /// <param name="kind">What kind of object it is.</param>
    /// <param name="object">The object.</param>
    /// <param name="id">The id the resource has with it; null while that is unknown.</param>
    /// <param name="urn">The resource.</param>
    /// <param name="isNew">Whether it is checked as one that does not exist. A second time means that it is about to be replaced.</param>
    /// <returns>Another resource that wants the same object under another id; null where there is none.</returns>
    public string? Declare(string kind, string @object, string? id, string urn, bool isNew)
    {
        lock (_lock)
        {
            if (isNew && _declared.ContainsKey((kind, urn)))
            {
                _lasting.Add(urn);
            }

            _checked.Add(urn);
            _declared[(kind, urn)] = (@object, id);
            return Declaring(kind, @object, urn).FirstOrDefault(rival => id is not null && _declared[(kind, rival)].Id is { } other && other != id);
        }
    }

    /// <summary>Whether the program declares the same object under this URN with another id, so that a delete makes room for it.</summary>
    /// <inheritdoc cref="Declare"/>
    public bool IsDeclaredOtherwise(string kind, string @object, string id, string urn)
    {
        lock (_lock)
        {
            return _declared.TryGetValue((kind, urn), out var declared) && declared.Object == @object && declared.Id != id;
        }
    }

    /// <summary>The objects of a kind that the program declares on a load balancer.</summary>
    public IReadOnlyList<string> DeclaredOn(string kind, string serviceName)
    {
        lock (_lock)
        {
            return
            [
                .. _declared.Where(declared => declared.Key.Kind == kind && declared.Value.Id?.StartsWith(serviceName + "/", StringComparison.Ordinal) == true)
                    .Select(static declared => declared.Value.Object),
            ];
        }
    }

    /// <summary>An entry of this URN holds the object.</summary>
    /// <inheritdoc cref="Declare"/>
    public void Hold(string kind, string @object, string id, string urn)
    {
        lock (_lock)
        {
            _declared[(kind, urn)] = (@object, id);
        }
    }

    /// <summary>The entry of this URN that <see cref="Hold">holds</see> something is deleted.</summary>
    /// <inheritdoc cref="Declare"/>
    public void Release(string kind, string urn)
    {
        lock (_lock)
        {
            _declared.Remove((kind, urn));
        }
    }

    /// <summary>
    /// An entry of this URN is compared. Where the program declares it, it <see cref="Lasts">lasts</see>; a refresh compares what may
    /// be destroyed next.
    /// </summary>
    /// <inheritdoc cref="Lasts"/>
    public void Compared(string id, string urn, PropertyBag state)
    {
        lock (_lock)
        {
            if (_checked.Contains(urn))
            {
                Lasts(id, urn, state);
            }
        }
    }

    /// <summary>
    /// There is an entry of this URN that goes on or is replaced, so a delete under the same URN is that of an entry before it: of
    /// one that was replaced by force, in this command or in an earlier one that was cut short.
    /// </summary>
    /// <param name="id">The entry's id.</param>
    /// <param name="urn">The resource.</param>
    /// <param name="state">The entry's state, which says how the object came to be.</param>
    public void Lasts(string id, string urn, PropertyBag state)
    {
        lock (_lock)
        {
            _lasting.Add(urn);
            if (state.TryGet(Origin.Property, out var origin))
            {
                _origins[(id, urn)] = origin;
            }
        }
    }

    /// <summary>This process made or adopted the object for this URN, so the delete of an earlier holder must leave it.</summary>
    public void Made(string kind, string @object, string urn)
    {
        lock (_lock)
        {
            _made[(kind, @object)] = urn;
        }
    }

    /// <summary>How the object of this id came to be, as this command has seen in an entry of this URN; null where it has not.</summary>
    public string? OriginOf(string id, string urn)
    {
        lock (_lock)
        {
            return _origins.GetValueOrDefault((id, urn));
        }
    }

    /// <summary>Who holds the object on when an entry of this URN and id is deleted: another, its own successor, or null for nobody.</summary>
    public string? HolderAfter(string kind, string @object, string id, string urn)
    {
        lock (_lock)
        {
            if (_made.TryGetValue((kind, @object), out var maker))
            {
                return maker;
            }

            if (_declared.GetValueOrDefault((kind, urn)) == (@object, id))
            {
                if (_lasting.Contains(urn))
                {
                    return urn;
                }

                // Where two are deleted that were declared, the second is to find nobody left.
                _declared.Remove((kind, urn));
            }

            return Declaring(kind, @object, urn).FirstOrDefault();
        }
    }

    /// <summary>A new command begins: what the program declared in the last one says nothing of this one.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _declared.Clear();
            _made.Clear();
            _checked.Clear();
            _lasting.Clear();
            _origins.Clear();
        }
    }

    private IEnumerable<string> Declaring(string kind, string @object, string besides) => _declared
        .Where(declared => declared.Key.Kind == kind && declared.Value.Object == @object && declared.Key.Urn != besides)
        .Select(static declared => declared.Key.Urn);
}
