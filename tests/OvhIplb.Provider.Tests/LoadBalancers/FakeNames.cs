using System.Collections.Concurrent;
using System.Net;
using OvhIplb.Provider.Dns;

namespace OvhIplb.Provider.Tests.LoadBalancers;

/// <summary>Where names point, as far as a test says; where it does not, to <see cref="Elsewhere"/>.</summary>
internal sealed class FakeNames : INameResolver
{
    private readonly ConcurrentDictionary<string, Func<NameRecords>> _records = new(StringComparer.Ordinal);

    private readonly ConcurrentQueue<string> _asked = new();

    /// <summary>The load balancer of <see cref="FreeCertificates.Certificates"/>.</summary>
    public static IPAddress Here { get; } = IPAddress.Parse("203.0.113.10");

    public static IPAddress Elsewhere { get; } = IPAddress.Parse("192.0.2.200");

    /// <summary>The names that were asked for, in order.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    public FakeNames On(string name, Func<NameRecords> answer)
    {
        _records[name] = answer;
        return this;
    }

    public FakeNames On(string name, params string[] addresses) => On(name, () => new NameRecords([.. addresses.Select(IPAddress.Parse)]));

    public Task<NameRecords> LookUpAsync(string name, CancellationToken cancellation)
    {
        _asked.Enqueue(name);
        return Task.FromResult(_records.TryGetValue(name, out var answer) ? answer() : new NameRecords([Elsewhere]));
    }
}
