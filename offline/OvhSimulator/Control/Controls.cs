using System.Text.Json;
using OvhSimulator.Authentication;
using OvhSimulator.Dns;
using OvhSimulator.Http;
using OvhSimulator.LoadBalancers;
using OvhSimulator.Tasks;
using OvhSimulator.Worlds;

namespace OvhSimulator.Control;

/// <summary>What a test or a demonstration does to the world from outside: the same as /_simulator/, without HTTP.</summary>
public sealed class Controls
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly Simulation _simulation;

    internal Controls(Simulation simulation, Knobs knobs)
    {
        _simulation = simulation;
        Knobs = knobs;
    }

    /// <summary>Turned while running; takes effect with the next call.</summary>
    public Knobs Knobs { get; }

    /// <summary>The world's clock.</summary>
    public DateTimeOffset Now => _simulation.Clock.Now;

    /// <summary>Every call received, in order.</summary>
    public IReadOnlyList<RecordedCall> Calls => _simulation.Calls.Find();

    /// <summary>The calls that asked for a change: empty after a preview.</summary>
    public IReadOnlyList<RecordedCall> Writes => [.. Calls.Where(call => call.IsWrite)];

    /// <summary>The calls of a method and a path below /1.0 in which <c>*</c> stands for anything; null for every one.</summary>
    public IReadOnlyList<RecordedCall> Find(string? method = null, string? path = null) => _simulation.Calls.Find(method, path);

    public void ClearCalls() => _simulation.Calls.Clear();

    /// <summary>Replaces the A and AAAA records of a name; both empty means the name does not exist.</summary>
    public void SetDns(string name, IEnumerable<string> a, IEnumerable<string>? aaaa = null) =>
        Change(world => world.Dns.Set(name, a, aaaa ?? []));

    /// <summary>Makes a name an alias of another, there or not, instead of what it was. SetDns ends that.</summary>
    /// <exception cref="ArgumentException">The target is no name.</exception>
    public void SetDnsAlias(string name, string target) => Change(world => world.Dns.SetAlias(name, target));

    /// <summary>Every DNS query received, in order; what could not be read is none.</summary>
    public IReadOnlyList<DnsQuery> DnsQueries => _simulation.DnsQueries.All;

    public void ClearDnsQueries() => _simulation.DnsQueries.Clear();

    /// <summary>Lets world time pass at once. Signatures do not feel it.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        _simulation.Advance(by);
    }

    /// <summary>
    /// Lets the server's clock run that far ahead of the wall clock, or behind it: /auth/time, timestamps and tokens feel it.
    /// </summary>
    public void SetClockSkew(TimeSpan skew) => Change(world => world.ClockSkew = skew);

    /// <summary>Lets a load balancer or an IP run out, or come back: meanwhile every call below it answers 460.</summary>
    /// <param name="service">The load balancer's name or the IP in block form.</param>
    /// <param name="expired">Whether it has run out.</param>
    /// <exception cref="ArgumentException">There is no such service.</exception>
    public void SetExpired(string service, bool expired) => Change(world =>
    {
        if (world.LoadBalancers.Find(l => l.ServiceName == service) is { } loadBalancer)
        {
            loadBalancer.Expired = expired;
        }
        else if (world.Ips.Find(ip => ip.Ip == service) is { } ip)
        {
            ip.Expired = expired;
        }
        else
        {
            throw new ArgumentException($"There is no service '{service}'.", nameof(service));
        }
    });

    /// <summary>The state a load balancer answers.</summary>
    /// <param name="serviceName">The load balancer's name.</param>
    /// <param name="state">blacklisted, deleted, free, ok, quarantined or suspended.</param>
    /// <exception cref="ArgumentException">There is no such load balancer or state.</exception>
    public void SetState(string serviceName, string state) => Change(world =>
    {
        var loadBalancer = world.LoadBalancers.Find(l => l.ServiceName == serviceName)
            ?? throw new ArgumentException($"There is no load balancer '{serviceName}'.", nameof(serviceName));
        loadBalancer.State = LoadBalancer.States.Contains(state)
            ? state
            : throw new ArgumentException($"There is no state '{state}'.", nameof(state));
    });

    /// <summary>Starts work as another user of the account would. It is in no call log.</summary>
    /// <returns>The id of the task.</returns>
    /// <exception cref="ArgumentException">The API would have refused it.</exception>
    public long StartTask(TaskRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return Read(request.Start);
        }
        catch (ApiException refusal)
        {
            throw new ArgumentException(refusal.Message, nameof(request), refusal);
        }
    }

    /// <summary>Validates a consumer key, as the customer does on the page a validation URL leads to.</summary>
    /// <exception cref="ArgumentException">There is no such key, or it waits for no validation.</exception>
    public Credential ValidateCredential(string consumerKey) => Read(world =>
    {
        var credential = world.Credentials.Find(c => c.ConsumerKey == consumerKey && c.Status == "pendingValidation")
            ?? throw new ArgumentException($"No consumer key '{consumerKey}' waits for its validation.", nameof(consumerKey));
        credential.Status = "validated";
        return credential;
    });

    /// <summary>The next task of that function or action ends so instead of succeeding.</summary>
    /// <exception cref="ArgumentException">No task ends with that status.</exception>
    public void FailNextTask(ForcedFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        if (!ForcedFailure.IpStatuses.Contains(failure.Status) && !ForcedFailure.LoadBalancerStatuses.Contains(failure.Status))
        {
            throw new ArgumentException($"No task ends with status '{failure.Status}'.", nameof(failure));
        }
        Change(world => world.ForcedFailures.Add(failure));
    }

    /// <summary>Faults strike in the order they were injected.</summary>
    public void Inject(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        Change(world => world.Faults.Add(fault));
    }

    public void ClearFaults() => Change(world =>
    {
        world.Faults.Clear();
        world.ForcedFailures.Clear();
    });

    /// <summary>
    /// Back to the default world of the seed, at the wall clock's time, with no calls and no DNS queries in its logs. Knobs stay.
    /// </summary>
    public void Reset() => _simulation.Reset();

    /// <summary>Reads the world, up to date and held still. Keep no reference to what is in it.</summary>
    public T Read<T>(Func<World, T> read) => _simulation.Enter(read);

    /// <summary>Changes the world behind the API's back, as another user of the account would.</summary>
    public void Change(Action<World> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        _simulation.Enter(world =>
        {
            change(world);
            return true;
        });
    }

    /// <summary>The whole world as JSON, its secrets included.</summary>
    public string Dump() => Read(world => JsonSerializer.Serialize(world, Json));
}
