using OvhIplb.Api.Errors;
using OvhIplb.Provider.Framework.Resources;

namespace OvhIplb.Provider.Process;

/// <summary>Work after something has been asked of the API: whatever goes wrong from then on, what is known of it is kept.</summary>
internal static class PartialState
{
    /// <param name="deadline">The operation's.</param>
    /// <param name="what">The work, in words that begin "... is not known to be done".</param>
    /// <param name="unfinished">Makes the error that keeps the state, of a reason.</param>
    /// <param name="work">The work.</param>
    public static async Task KeepAsync(Deadline deadline, string what, Func<string, Exception> unfinished, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (deadline.Token.IsCancellationRequested)
        {
            throw unfinished($"{what} is not known to be done {deadline.Reason}. What was asked of the API goes on there and is kept in "
                + $"the state; "
                + "run `pulumi up` again to see it through.");
        }
        catch (OvhApiException failure)
        {
            throw unfinished(
                $"{what} is not known to be done. It is kept in the state; run `pulumi up` again to see it through. {failure.Message}");
        }
    }

    /// <summary>As <see cref="KeepAsync"/>, of a refresh: where it fails, what it was for is done all the same.</summary>
    /// <inheritdoc cref="KeepAsync"/>
    public static async Task KeepRefreshAsync(Deadline deadline, string what, Func<string, Exception> unfinished, Func<Task> work)
    {
        try
        {
            await KeepAsync(deadline, what, unfinished, work);
        }
        catch (OperationException failure)
        {
            throw unfinished(failure.Message);
        }
    }
}
