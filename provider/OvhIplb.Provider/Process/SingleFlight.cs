using System.Collections.Concurrent;
using OvhIplb.Api;

namespace OvhIplb.Provider.Process;

/// <summary>One look at each load balancer for everybody who asks while it is under way; whoever asks later has another made.</summary>
internal sealed class SingleFlight<T>(Func<string, CancellationToken, Task<T>> look)
{
    private readonly ConcurrentDictionary<string, Shared<T>> _looks = new(StringComparer.Ordinal);

    /// <param name="serviceName">The load balancer that is looked at.</param>
    /// <param name="cancellation">Ends the wait at once; the look itself once nobody waits for it any more.</param>
    public Task<T> JoinAsync(string serviceName, CancellationToken cancellation) =>
        _looks.GetOrAdd(serviceName, name => new Shared<T>(token => look(name, token))).JoinAsync(cancellation);
}
