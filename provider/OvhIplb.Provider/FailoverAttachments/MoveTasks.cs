using System.Globalization;
using OvhIplb.Api.Ips;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>What attachments have to know of a move's task.</summary>
internal static class MoveTasks
{
    /// <summary>The last move's task in a state; null where the block was found, not moved.</summary>
    public static long? TaskIn(PropertyBag state) =>
        state.TryGet(FailoverAttachmentSchema.TaskId, out var task) ? long.Parse(task, CultureInfo.InvariantCulture) : null;

    /// <summary>Where a task takes the block; null for parking.</summary>
    public static string? DestinationOf(IpTask task) => task.Destination?.Service;

    /// <summary>How a task ended, in the API's words where it has any: a whole sentence but for its subject.</summary>
    public static string Ending(IpTask ended) => $"ended as '{ended.Status}' (task {ended.TaskId})"
        + (string.IsNullOrWhiteSpace(ended.Comment) ? "; the API does not say why." : $": {ended.Comment.Trim().TrimEnd('.')}.");
}
