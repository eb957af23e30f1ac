using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Framework.Resources;

/// <summary>Collects what is wrong with the user's input, so that all of it is said at once.</summary>
public sealed class CheckFailures
{
    private readonly List<CheckFailure> _all = [];

    public IReadOnlyList<CheckFailure> All => _all;

    public void Add(Property property, string reason) => Add(property.Name, reason);

    public void Add(Property property, int index, string reason) => Add(PropertyPath.Element(property.Name, index), reason);

    public void Add(Property property, string key, string reason) => Add(PropertyPath.Key(property.Name, key), reason);

    public void Add(string path, string reason) => _all.Add(new(path, reason));
}
