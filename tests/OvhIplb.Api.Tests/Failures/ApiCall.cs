using OvhSimulator.Worlds;

namespace OvhIplb.Api.Tests.Failures;

/// <summary>One call of the client, with arguments that the simulator's world answers.</summary>
/// <param name="Name">Method and path as OVH documents them.</param>
/// <param name="Path">The path as sent, without its query.</param>
/// <param name="SendAsync">Makes the call.</param>
public sealed record ApiCall(string Name, string Path, Func<OvhClient, CancellationToken, Task> SendAsync)
{
    public string Method => Name.Split(' ')[0];

    /// <summary>How often the world shows the call's effect; null for a call that has none.</summary>
    public Func<World, int>? Effects { get; init; }
}
