using OvhIplb.Api.Json;

namespace OvhIplb.Api.Authentication;

/// <summary>The calls below /auth. All throw <see cref="Errors.OvhApiException"/>.</summary>
public sealed class AuthenticationCalls
{
    private readonly Connection _connection;

    internal AuthenticationCalls(Connection connection) => _connection = connection;

    /// <summary><c>GET /auth/time</c>: the server's clock, to the second. Needs no credentials.</summary>
    public async Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken)
        => DateTimeOffset.FromUnixTimeSeconds(
            await _connection.GetAnonymouslyAsync("/auth/time", ApiJson.Default.Int64, cancellationToken));

    /// <summary>
    /// <c>GET /auth/details</c>: whose credentials these are. A <see cref="Errors.ForbiddenException"/> means that they are
    /// good but may not ask this.
    /// </summary>
    public Task<Details> GetDetailsAsync(CancellationToken cancellationToken)
        => _connection.GetAsync("/auth/details", ApiJson.Default.Details, cancellationToken);
}
