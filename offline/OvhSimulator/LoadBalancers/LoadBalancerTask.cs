using System.Text.Json.Serialization;
using OvhSimulator.Certificates;
using OvhSimulator.Tasks;
using OvhSimulator.Worlds;

namespace OvhSimulator.LoadBalancers;

/// <summary>A refresh or a certificate order: todo, doing, and an ending.</summary>
public sealed class LoadBalancerTask : IScheduled
{
    public const string Refresh = "refreshIplb";
    public const string OrderFreeCertificate = "orderFreeCertificate";

    public required long Id { get; init; }

    /// <summary>TaskActionEnum.</summary>
    public required string Action { get; init; }

    /// <summary>todo, doing, done, error, blocked or cancelled.</summary>
    public string Status { get; set; } = "todo";

    public required string ServiceName { get; init; }

    public required List<string> Zones { get; init; }

    public required DateTimeOffset CreationDate { get; init; }

    public DateTimeOffset? DoneDate { get; set; }

    public required TimeSpan Duration { get; init; }

    public DateTimeOffset? Due { get; set; }

    /// <summary>The names of a certificate order.</summary>
    public List<string> Fqdn { get; init; } = [];

    /// <summary>By zone, how many changes a refresh took with it when it was asked for: later edits stay pending.</summary>
    public Dictionary<string, long> Taken { get; init; } = [];

    /// <summary>The ending forced on it, if any.</summary>
    public ForcedFailure? Failure { get; init; }

    [JsonIgnore]
    internal bool IsRunning => Status is "todo" or "doing";

    [JsonIgnore]
    internal DateTimeOffset DoingFrom => CreationDate + (Duration * 0.1);

    internal long Progress(DateTimeOffset now) => Status switch
    {
        "done" => 100,
        "todo" => 0,
        _ => (long)Math.Clamp(100 * ((now - CreationDate) / Duration), 0, 99),
    };

    void IScheduled.Step(World world)
    {
        if (Status == "todo")
        {
            Status = "doing";
            Due = CreationDate + Duration;
            return;
        }
        var loadBalancer = world.LoadBalancers.Find(l => l.ServiceName == ServiceName)!;
        if (Failure is not null)
        {
            Finish(world, Failure.Status);
        }
        else if (Action == Refresh)
        {
            Refreshes.Complete(world, loadBalancer, this);
            Finish(world, "done");
        }
        else if (Orders.TryDeliver(world, loadBalancer, this))
        {
            Finish(world, "done");
        }
        else if (world.Knobs.FailOrdersNotPointing)
        {
            Finish(world, "error");
        }
        else
        {
            Due = world.Now + world.Durations.CertificateRetry;
        }
    }

    private void Finish(World world, string status)
    {
        Status = status;
        Due = null;
        // A blocked task waits for somebody at OVH: it has not ended.
        DoneDate = status == "blocked" ? null : world.Now;
    }
}
