using OvhIplb.Api.IpBlocks;
using OvhIplb.Api.Json;

namespace OvhIplb.Api.LoadBalancers;

/// <summary>The calls below /ipLoadbalancing/{serviceName}. All throw <see cref="Errors.OvhApiException"/>.</summary>
public sealed class LoadBalancerCalls
{
    private readonly Connection _connection;

    internal LoadBalancerCalls(Connection connection) => _connection = connection;

    /// <summary><c>GET /ipLoadbalancing/{serviceName}</c></summary>
    public Task<LoadBalancer> GetAsync(string serviceName, CancellationToken cancellationToken)
        => _connection.GetAsync(PathOf(serviceName), ApiJson.Default.LoadBalancer, cancellationToken);

    /// <summary><c>GET …/failover</c>: the Additional IP blocks routed to it.</summary>
    public Task<IReadOnlyList<IpBlock>> GetFailoversAsync(string serviceName, CancellationToken cancellationToken)
        => _connection.GetAsync($"{PathOf(serviceName)}/failover", ApiJson.Default.IReadOnlyListIpBlock, cancellationToken);

    /// <summary><c>GET …/natIp</c>: the addresses it reaches its servers from, by zone.</summary>
    public Task<IReadOnlyList<NatIps>> GetNatIpsAsync(string serviceName, CancellationToken cancellationToken)
        => _connection.GetAsync($"{PathOf(serviceName)}/natIp", ApiJson.Default.IReadOnlyListNatIps, cancellationToken);

    /// <summary><c>GET …/instancesState</c>: deprecated by OVH, but the only place that says a refresh is under way.</summary>
    public Task<IReadOnlyList<InstanceState>> GetInstancesStateAsync(string serviceName, CancellationToken cancellationToken)
        => _connection.GetAsync($"{PathOf(serviceName)}/instancesState", ApiJson.Default.IReadOnlyListInstanceState, cancellationToken);

    /// <summary><c>GET …/status</c>: whether the service, its frontends, farms and servers work.</summary>
    public Task<LoadBalancerStatus> GetStatusAsync(string serviceName, CancellationToken cancellationToken)
        => _connection.GetAsync($"{PathOf(serviceName)}/status", ApiJson.Default.LoadBalancerStatus, cancellationToken);

    /// <summary><c>GET …/zone</c>: names of the zones it is deployed in.</summary>
    public Task<IReadOnlyList<string>> GetZonesAsync(string serviceName, CancellationToken cancellationToken)
        => _connection.GetAsync($"{PathOf(serviceName)}/zone", ApiJson.Default.IReadOnlyListString, cancellationToken);

    /// <summary><c>GET …/pendingChanges</c>: what waits for a refresh.</summary>
    public Task<IReadOnlyList<PendingChanges>> GetPendingChangesAsync(string serviceName, CancellationToken cancellationToken)
        => _connection.GetAsync($"{PathOf(serviceName)}/pendingChanges", ApiJson.Default.IReadOnlyListPendingChanges, cancellationToken);

    /// <summary><c>GET …/definedFrontends</c>: its frontends, whatever their protocol and zone.</summary>
    public Task<IReadOnlyList<DefinedFrontend>> GetDefinedFrontendsAsync(string serviceName, CancellationToken cancellationToken)
        => _connection.GetAsync($"{PathOf(serviceName)}/definedFrontends", ApiJson.Default.IReadOnlyListDefinedFrontend, cancellationToken);

    /// <summary><c>POST …/refresh</c>: starts to make changes live.</summary>
    /// <param name="serviceName">The load balancer.</param>
    /// <param name="zone">One zone; null for all of them.</param>
    /// <param name="cancellationToken">Gives up before the refresh is asked for; once it is, the answer is waited for.</param>
    public Task<LoadBalancerTask> RefreshAsync(string serviceName, string? zone, CancellationToken cancellationToken)
        => _connection.PostAsync(
            $"{PathOf(serviceName)}/refresh",
            new RefreshRequest(zone),
            ApiJson.Default.RefreshRequest,
            ApiJson.Default.LoadBalancerTask,
            cancellationToken);

    /// <summary><c>GET …/task</c>: ids of its tasks, finished ones for 48 hours.</summary>
    public Task<IReadOnlyList<long>> ListTasksAsync(
        string serviceName,
        LoadBalancerTaskAction? action,
        LoadBalancerTaskStatus? status,
        CancellationToken cancellationToken)
        => _connection.GetAsync(
            $"{PathOf(serviceName)}/task" + Paths.Query(("action", action?.Word), ("status", status?.Word)),
            ApiJson.Default.IReadOnlyListInt64,
            cancellationToken);

    /// <summary><c>GET …/task/{id}</c></summary>
    public Task<LoadBalancerTask> GetTaskAsync(string serviceName, long id, CancellationToken cancellationToken)
        => _connection.GetAsync($"{PathOf(serviceName)}/task/{Paths.Segment(id)}", ApiJson.Default.LoadBalancerTask, cancellationToken);

    internal static string PathOf(string serviceName) => $"/ipLoadbalancing/{Paths.Segment(serviceName)}";
}
