using OvhIplb.Api.Errors;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Refreshes;

/// <summary>The refresh that makes a deletion live.</summary>
internal static class RefreshAfterDelete
{
    /// <summary>
    /// Makes a deletion live. It is done whatever becomes of that, and a deleted resource has no next update to repair it, so a
    /// failure is a warning.
    /// </summary>
    /// <param name="done">What was done, in words that begin the warning.</param>
    /// <param name="serviceName">The load balancer.</param>
    /// <param name="refresh">The refresh.</param>
    /// <param name="log">Where the warning goes.</param>
    /// <param name="deadline">The delete's.</param>
    public static async Task RunAsync(string done, string serviceName, Func<Task> refresh, IOperationLog log, Deadline deadline)
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
