using OvhIplb.Api.LoadBalancers;

namespace OvhIplb.Provider.Process;

/// <summary>What resources have to know of a load balancer's tasks.</summary>
internal static class LoadBalancerTasks
{
    /// <summary>The tasks of an action that run now, those at work before those that wait.</summary>
    public static async Task<IReadOnlyList<long>> ListRunningAsync(
        this LoadBalancerCalls calls, string serviceName, LoadBalancerTaskAction action, CancellationToken cancellation)
    {
        var doing = await calls.ListTasksAsync(serviceName, action, LoadBalancerTaskStatus.Doing, cancellation);
        var todo = await calls.ListTasksAsync(serviceName, action, LoadBalancerTaskStatus.Todo, cancellation);
        return [.. doing, .. todo];
    }

    /// <summary>Whether waiting for it is over: a blocked task waits for somebody at OVHcloud, not for us.</summary>
    public static bool HasEnded(LoadBalancerTask task) => task.Status.IsFinal || task.Status == LoadBalancerTaskStatus.Blocked;
}
