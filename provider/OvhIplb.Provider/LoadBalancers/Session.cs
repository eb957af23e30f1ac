using OvhIplb.Api;

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
        Refreshes = new RefreshCoordinator(this);
    }

    public OvhClient Client { get; }

    public TimeProvider Time { get; }

    public Polling Polling { get; }

    public MovesUnderWay Moves { get; }

    public CertificateOrders CertificateOrders { get; } = new();

    public RefreshCoordinator Refreshes { get; }
}
