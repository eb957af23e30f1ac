using OvhIplb.Api.Errors;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Ownership;

/// <summary>What deleting a resource does to its object: what the user said; where nothing was said, what was found here stays here.</summary>
internal static class Deletion
{
    /// <param name="context">The delete.</param>
    /// <param name="onDelete">The property in which the user says it.</param>
    /// <param name="removing">The value of it that takes the object away.</param>
    public static bool IsWanted(DeleteContext context, Property<string> onDelete, string removing) =>
        context.OldInputs.TryGet(onDelete, out var choice) ? choice == removing : context.State.Get(Origin.Property) != Origin.Adopted;

    /// <summary>In words that continue "stays, as ...".</summary>
    public static string WhyRetained(DeleteContext context, Property<string> onDelete, string removing) => context.OldInputs.Has(onDelete)
        ? $"`{onDelete.Name}` is `{context.OldInputs.Get(onDelete)}`"
        : $"it was there before this resource; `{onDelete.Name}: {removing}` would {removing} it";

    /// <summary>Leaves an object to the entry that holds it on, and says so.</summary>
    /// <param name="context">The delete.</param>
    /// <param name="claims">Who holds what.</param>
    /// <param name="id">The id with which it is deleted.</param>
    /// <param name="holder">The URN of the entry that holds it on.</param>
    /// <param name="what">The object, in words that begin a sentence.</param>
    /// <param name="removing">What the user can say to have it taken away, in words that continue "unless ...".</param>
    public static void Leave(DeleteContext context, Claims claims, string id, string holder, string what, string removing)
    {
        // The holder was made before this entry, the one that knows that the object is ours, was shown to anybody.
        var isOriginLost = claims.OriginOf(id, holder) == Origin.Adopted && context.State.Get(Origin.Property) != Origin.Adopted;
        var consequence = isOriginLost
            ? $" There it counts as adopted, so it stays when that is deleted, unless {removing}. An alias instead of a new name keeps such an object's origin."
            : "";
        var by = holder == context.Urn ? "this resource, which was replaced by itself" : holder;
        if (holder != context.Urn || isOriginLost)
        {
            context.Log.Warning($"{what} is still declared, by {by}: it was left as it is.{consequence}");
            return;
        }

        context.Log.Info($"{what} is still declared, by {by}: it was left as it is.");
        claims.Lasts(id, context.Urn, context.State);
    }

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
            await refresh();
        }
        catch (ExpiredServiceException expired)
        {
            log.Warning($"{done}, but {serviceName} could not be refreshed, because it has expired. {expired.Facts}");
        }
        catch (Exception exception) when (exception is OvhApiException or OperationException
            || (exception is OperationCanceledException && deadline.Token.IsCancellationRequested))
        {
            var reason = exception is OperationCanceledException ? $"it was not done {deadline.Reason}" : exception.Message;
            log.Warning($"{done}, but {serviceName} could not be refreshed: {reason}");
        }
    }
}
