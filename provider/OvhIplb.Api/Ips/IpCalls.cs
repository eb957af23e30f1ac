using OvhIplb.Api.IpBlocks;
using OvhIplb.Api.Json;

namespace OvhIplb.Api.Ips;

/// <summary>The calls below /ip. All throw <see cref="Errors.OvhApiException"/>.</summary>
public sealed class IpCalls
{
    private readonly Connection _connection;

    internal IpCalls(Connection connection) => _connection = connection;

    /// <summary><c>GET /ip</c>: all blocks of the account.</summary>
    public Task<IReadOnlyList<IpBlock>> ListAsync(CancellationToken cancellationToken)
        => _connection.GetAsync("/ip", ApiJson.Default.IReadOnlyListIpBlock, cancellationToken);

    /// <summary><c>GET /ip/{ip}</c></summary>
    public Task<Ip> GetAsync(IpBlock ip, CancellationToken cancellationToken)
        => _connection.GetAsync(PathOf(ip), ApiJson.Default.Ip, cancellationToken);

    /// <summary>
    /// <c>POST /ip/{ip}/move</c>: starts to route the block to another service. Never repeated by itself once it was sent.
    /// </summary>
    /// <param name="ip">The whole block.</param>
    /// <param name="to">Service name of the destination.</param>
    /// <param name="cancellationToken">Gives up before the move is asked for; once it is, the answer is waited for.</param>
    public Task<IpTask> MoveAsync(IpBlock ip, string to, CancellationToken cancellationToken)
        => _connection.PostAsync(
            $"{PathOf(ip)}/move",
            new MoveRequest(to),
            ApiJson.Default.MoveRequest,
            ApiJson.Default.IpTask,
            cancellationToken);

    /// <summary><c>POST /ip/{ip}/park</c>: starts to route the block nowhere; it stays in the account.</summary>
    public Task<IpTask> ParkAsync(IpBlock ip, CancellationToken cancellationToken)
        => _connection.PostAsync($"{PathOf(ip)}/park", ApiJson.Default.IpTask, cancellationToken);

    /// <summary><c>GET /ip/{ip}/task/{taskId}</c></summary>
    public Task<IpTask> GetTaskAsync(IpBlock ip, long taskId, CancellationToken cancellationToken)
        => _connection.GetAsync($"{PathOf(ip)}/task/{Paths.Segment(taskId)}", ApiJson.Default.IpTask, cancellationToken);

    /// <summary><c>GET /ip/{ip}/task</c>: ids of the block's tasks. A task that was just started may be missing for some seconds.</summary>
    public Task<IReadOnlyList<long>> ListTasksAsync(
        IpBlock ip,
        IpTaskFunction? function,
        IpTaskStatus? status,
        CancellationToken cancellationToken)
        => _connection.GetAsync(
            $"{PathOf(ip)}/task" + Paths.Query(("function", function?.Word), ("status", status?.Word)),
            ApiJson.Default.IReadOnlyListInt64,
            cancellationToken);

    /// <summary><c>GET /ip/{ip}/move</c>: where the block may be moved to.</summary>
    public Task<MoveDestinations> GetMoveDestinationsAsync(IpBlock ip, CancellationToken cancellationToken)
        => _connection.GetAsync($"{PathOf(ip)}/move", ApiJson.Default.MoveDestinations, cancellationToken);

    private static string PathOf(IpBlock ip) => $"/ip/{Paths.Segment(ip.ToString())}";
}
