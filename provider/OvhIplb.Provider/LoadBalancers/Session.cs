using OvhIplb.Api;
using OvhIplb.Api.LoadBalancers;

namespace OvhIplb.Provider.LoadBalancers;

/// <summary>What a configured plugin process works with; shared by all its operations.</summary>
internal sealed class Session
{
    public Session(OvhClient client, TimeProvider time, TimeSpan pollInterval)
    {
        Client = client;
        Time = time;
        Polling = new Polling(time, pollInterval);
        Moves = new MovesUnderWay();
        Failovers = new Failovers(this);
        PendingChanges = new((serviceName, cancellation) => client.LoadBalancers.GetPendingChangesAsync(serviceName, cancellation));
        Refreshes = new RefreshCoordinator(this);
    }

    public OvhClient Client { get; }

    public TimeProvider Time { get; }

    public Polling Polling { get; }

    public MovesUnderWay Moves { get; }

    public Failovers Failovers { get; }

    /// <summary>What waits for a refresh, by load balancer.</summary>
    public SharedLook<IReadOnlyList<PendingChanges>> PendingChanges { get; }

    public CertificateOrders CertificateOrders { get; } = new();

    public RefreshCoordinator Refreshes { get; }
}
