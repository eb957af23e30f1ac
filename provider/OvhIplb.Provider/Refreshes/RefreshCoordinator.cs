using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Refreshes;

/// <summary>
/// Makes load balancers' configuration live, once for everybody who asks while it is being prepared: N attachments cost one
/// refresh, not N.
/// </summary>
internal sealed class RefreshCoordinator(Session session)
{
    private readonly Lock _lock = new();

    private readonly Dictionary<(string ServiceName, string Zones), RefreshRound> _preparing = [];

    private readonly KeyedLock _turns = new();

    /// <summary>
    /// Joins the refresh that is being prepared, or prepares one: waits for the moves this process is making and for refreshes
    /// that run, then asks for ours.
    /// </summary>
    /// <param name="serviceName">The load balancer.</param>
    /// <param name="zones">The zones; empty for all.</param>
    /// <param name="log">Where to say how far it is.</param>
    public RefreshRound Join(string serviceName, IReadOnlyList<string> zones, IOperationLog log)
    {
        (string, string) key = (serviceName, string.Join(
            ',',
            zones.Select(static zone => zone.ToLowerInvariant()).Order(StringComparer.Ordinal)));
        lock (_lock)
        {
            if (_preparing.TryGetValue(key, out var round) && round.TryAdd(log))
            {
                return round;
            }

            round = new RefreshRound(session, serviceName, zones);
            round.TryAdd(log);
            _preparing[key] = round;
            round.Start(_turns, closed: () => Close(key, round));
            return round;
        }
    }

    /// <summary>What is asked from now on was not part of what is about to be sent.</summary>
    private void Close((string ServiceName, string Zones) key, RefreshRound round)
    {
        lock (_lock)
        {
            if (_preparing.TryGetValue(key, out var present) && present == round)
            {
                _preparing.Remove(key);
            }
        }
    }
}
