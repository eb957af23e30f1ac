using System.Text.Json.Serialization;
using OvhSimulator.Accounts;
using OvhSimulator.Authentication;
using OvhSimulator.Control;
using OvhSimulator.Dns;
using OvhSimulator.Ips;
using OvhSimulator.LoadBalancers;
using OvhSimulator.Tasks;

namespace OvhSimulator.Worlds;

/// <summary>Everything that exists behind the simulated API: what the state file keeps.</summary>
public sealed class World
{
    /// <summary>The world's clock as of the last time anybody looked.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>The source of ids, and where it stands.</summary>
    public Identifiers Identifiers { get; init; } = new();

    public Account Account { get; init; } = new();

    public List<Credential> Credentials { get; init; } = [];

    public List<ServiceAccount> ServiceAccounts { get; init; } = [];

    public List<AccessToken> AccessTokens { get; init; } = [];

    /// <summary>What was sent to the customer by e-mail.</summary>
    public List<Email> Emails { get; init; } = [];

    public List<IpBlock> Ips { get; init; } = [];

    public List<LoadBalancer> LoadBalancers { get; init; } = [];

    public List<DedicatedServer> DedicatedServers { get; init; } = [];

    public DnsTable Dns { get; init; } = new();

    /// <summary>Faults still to be served.</summary>
    public List<Fault> Faults { get; init; } = [];

    /// <summary>Endings waiting for a task.</summary>
    public List<ForcedFailure> ForcedFailures { get; init; } = [];

    /// <summary>How far the server's clock is ahead of the wall clock.</summary>
    public TimeSpan ClockSkew { get; set; }

    /// <summary>The server's clock: what /auth/time answers, and what timestamps and tokens are judged by.</summary>
    [JsonIgnore]
    public DateTimeOffset ServerTime { get; internal set; }

    [JsonIgnore]
    public Durations Durations { get; set; } = new();

    [JsonIgnore]
    public Knobs Knobs { get; set; } = new();

    [JsonIgnore]
    internal IEnumerable<IScheduled> Scheduled =>
        Ips.SelectMany(ip => ip.Tasks).Concat<IScheduled>(LoadBalancers.SelectMany(loadBalancer => loadBalancer.Tasks))
            .Concat(LoadBalancers.SelectMany(loadBalancer => loadBalancer.Certificates));

    internal ForcedFailure? TakeForcedFailure(string function, string[] statuses)
    {
        var failure = ForcedFailures.Find(f => (f.Function ?? function) == function && statuses.Contains(f.Status));
        if (failure is not null)
        {
            ForcedFailures.Remove(failure);
        }
        return failure;
    }
}
