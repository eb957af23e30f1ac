using OvhIplb.Api;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Certificates.Free;
using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Dns;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Refreshes;

namespace OvhIplb.Provider.Process;

/// <summary>What a configured plugin process works with; shared by all its operations.</summary>
internal sealed class Session
{
    public Session(OvhClient client, TimeProvider time, TimeSpan pollInterval, INameResolver names)
    {
        Client = client;
        Time = time;
        Names = names;
        Polling = new Polling(time, pollInterval);
        Moves = new MovesUnderWay();
        Failovers = new Failovers(this);
        LoadBalancers = new((serviceName, cancellation) => client.LoadBalancers.GetAsync(serviceName, cancellation));
        OrderedCertificates = new OrderedCertificates(client.Certificates);
        PendingChanges = new((serviceName, cancellation) => client.LoadBalancers.GetPendingChangesAsync(serviceName, cancellation));
        Refreshes = new RefreshCoordinator(this);
    }

    public OvhClient Client { get; }

    public TimeProvider Time { get; }

    /// <summary>Where names point.</summary>
    public INameResolver Names { get; }

    public Polling Polling { get; }

    public MovesUnderWay Moves { get; }

    public Failovers Failovers { get; }

    /// <summary>What load balancers are, their addresses among it.</summary>
    public SingleFlight<LoadBalancer> LoadBalancers { get; }

    /// <summary>What waits for a refresh, by load balancer.</summary>
    public SingleFlight<IReadOnlyList<PendingChanges>> PendingChanges { get; }

    public OrderedCertificates OrderedCertificates { get; }

    public OrdersOfThisProcess CertificateOrders { get; } = new();

    public RefreshCoordinator Refreshes { get; }

    /// <summary>Reads a resource, within the time for that.</summary>
    /// <exception cref="OperationException">The time is over.</exception>
    public async Task<T> ReadAsync<T>(ReadContext context, Func<CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        using var deadline = Deadline.In(context.Timeout, DefaultTimeouts.OfRead, Time, cancellation);
        try
        {
            return await read(deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.HasExpired)
        {
            throw new OperationException(
                $"{context.Id} could not be read within {DurationText.InWords(deadline.Allowed)}. Its state is kept as it was; run the "
                    + $"operation again.");
        }
    }
}
