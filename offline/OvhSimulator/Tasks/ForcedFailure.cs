namespace OvhSimulator.Tasks;

/// <summary>An ending that the next matching task will take instead of succeeding.</summary>
/// <param name="Function">The IP task's function or the load balancer task's action; null for whichever comes first.</param>
/// <param name="Status">
/// The ending: cancelled, customerError, ovhError for IP tasks; error, blocked, cancelled for load balancer tasks.
/// </param>
/// <param name="Comment">The human text of an IP task. Load balancer tasks have none.</param>
public sealed record ForcedFailure(string? Function, string Status, string? Comment = null)
{
    internal static readonly string[] IpStatuses = ["cancelled", "customerError", "ovhError"];
    internal static readonly string[] LoadBalancerStatuses = ["error", "blocked", "cancelled"];
}
