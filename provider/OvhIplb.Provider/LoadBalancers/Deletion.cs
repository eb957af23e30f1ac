using OvhIplb.Api.Errors;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.LoadBalancers;

/// <summary>What deleting a resource does to its object: what the user said; where nothing was said, what was found here stays here.</summary>
internal static class Deletion
{
    /// <param name="context">The delete.</param>
    /// <param name="onDelete">The property in which the user says it.</param>
    /// <param name="removing">The value of it that takes the object away.</param>
    public static bool IsWanted(DeleteContext context, Property<string> onDelete, string removing) =>
        context.OldInputs.TryGet(onDelete, out string? choice) ? choice == removing : context.State.Get(Origin.Property) != Origin.Adopted;

    /// <summary>In words that continue "stays, as ...".</summary>
    public static string WhyRetained(DeleteContext context, Property<string> onDelete, string removing) => context.OldInputs.Has(onDelete)
        ? $"`{onDelete.Name}` is `{context.OldInputs.Get(onDelete)}`"
        : $"it was there before this resource; `{onDelete.Name}: {removing}` would {removing} it";

    /// <summary>
    /// Makes a deletion live. It is done whatever becomes of that, and a deleted resource has no next update to repair it, so a
    /// failure is a warning.
    /// </summary>
    /// <param name="done">What was done, in words that begin the warning.</param>
    /// <param name="serviceName">The load balancer.</param>
    /// <param name="refresh">The refresh.</param>
    /// <param name="log">Where the warning goes.</param>
    /// <param name="deadline">The delete's.</param>
    public static async Task MakeLiveAsync(string done, string serviceName, Func<Task> refresh, IOperationLog log, Deadline deadline)
    {
        try
        {
            await refresh().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OvhApiException or OperationException
            || (exception is OperationCanceledException && deadline.Token.IsCancellationRequested))
        {
            string reason = exception is OperationCanceledException ? $"it was not done {deadline.Reason}" : exception.Message;
            log.Warning($"{done}, but {serviceName} could not be refreshed: {reason}");
        }
    }
}
