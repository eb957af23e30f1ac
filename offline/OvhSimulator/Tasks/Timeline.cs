using OvhSimulator.Worlds;

namespace OvhSimulator.Tasks;

/// <summary>Brings a world up to a moment, letting everything due happen in its order and at its own time.</summary>
internal static class Timeline
{
    public static void Advance(World world, DateTimeOffset now)
    {
        while (Next(world, now) is { } next)
        {
            world.Now = next.Due!.Value;
            next.Step(world);
        }
        if (now > world.Now)
        {
            world.Now = now;
        }
        foreach (var loadBalancer in world.LoadBalancers)
        {
            loadBalancer.Tasks.RemoveAll(task => task.DoneDate + world.Durations.FinishedTaskKept <= world.Now);
        }
    }

    private static IScheduled? Next(World world, DateTimeOffset now)
    {
        IScheduled? next = null;
        foreach (var candidate in world.Scheduled)
        {
            if (candidate.Due <= now && (next is null || candidate.Due < next.Due))
            {
                next = candidate;
            }
        }
        return next;
    }
}
