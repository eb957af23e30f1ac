using System.Text.Json.Serialization;
using OvhSimulator.Tasks;
using OvhSimulator.Worlds;

namespace OvhSimulator.Ips;

/// <summary>A move or a park: init, todo, doing, and an ending.</summary>
public sealed class IpTask : IScheduled
{
    public const string MoveFunction = "genericMoveFloatingIp";

    public required long TaskId { get; init; }

    public string Function { get; init; } = MoveFunction;

    /// <summary>init, todo, doing, done, cancelled, customerError or ovhError.</summary>
    public string Status { get; set; } = "init";

    /// <summary>The block it is about.</summary>
    public required string Ip { get; init; }

    /// <summary>The service to route to; null to park.</summary>
    public string? Destination { get; init; }

    public required DateTimeOffset StartDate { get; init; }

    public DateTimeOffset? LastUpdate { get; set; }

    public DateTimeOffset? DoneDate { get; set; }

    public string? Comment { get; set; }

    /// <summary>From when on lists show it.</summary>
    public required DateTimeOffset ListedFrom { get; init; }

    public required TimeSpan Duration { get; init; }

    public DateTimeOffset? Due { get; set; }

    /// <summary>The ending forced on it, if any.</summary>
    public ForcedFailure? Failure { get; init; }

    [JsonIgnore]
    internal bool IsRunning => Status is "init" or "todo" or "doing";

    void IScheduled.Step(World world)
    {
        LastUpdate = world.Now;
        switch (Status)
        {
            case "init":
                Status = "todo";
                Due = StartDate + (Duration * 0.15);
                break;
            case "todo":
                Status = "doing";
                Due = StartDate + Duration;
                break;
            default:
                Finish(world);
                break;
        }
    }

    private void Finish(World world)
    {
        Due = null;
        DoneDate = world.Now;
        if (Failure is not null)
        {
            Status = Failure.Status;
            Comment = Failure.Comment;
            return;
        }
        Status = "done";
        Moves.Complete(world, world.Ips.Find(ip => ip.Ip == Ip)!, Destination);
    }
}
