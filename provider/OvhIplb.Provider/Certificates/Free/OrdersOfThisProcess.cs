using System.Collections.Concurrent;
using System.Collections.Immutable;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>
/// The certificate orders of which this process knows the names: those it started, and those of the entries it was shown. An order's
/// task does not tell.
/// </summary>
internal sealed class OrdersOfThisProcess
{
    private readonly ConcurrentDictionary<(string ServiceName, long TaskId), ImmutableSortedSet<string>> _known = new();

    /// <summary>Whoever looks for a certificate and orders it where there is none takes a turn, so that two never order the same.</summary>
    public KeyedLock Turns { get; } = new();

    public void Add(string serviceName, long taskId, ImmutableSortedSet<string> names) => _known[(serviceName, taskId)] = names;

    /// <summary>The orders for exactly these names.</summary>
    public ImmutableSortedSet<long> TasksFor(string serviceName, ImmutableSortedSet<string> names) =>
        [.. On(serviceName).Where(order => order.Value.SetEquals(names)).Select(static order => order.Key.TaskId)];

    /// <summary>The orders for any other names.</summary>
    public IEnumerable<long> TasksForOthers(string serviceName, ImmutableSortedSet<string> names) =>
        On(serviceName).Where(order => !order.Value.SetEquals(names)).Select(static order => order.Key.TaskId);

    /// <summary>Whether there was an order for exactly these names.</summary>
    public bool HasFor(string serviceName, IEnumerable<string> names) => On(serviceName).Any(order => order.Value.SetEquals(names));

    private IEnumerable<KeyValuePair<(string ServiceName, long TaskId), ImmutableSortedSet<string>>> On(string serviceName) =>
        _known.Where(order => order.Key.ServiceName == serviceName);
}
