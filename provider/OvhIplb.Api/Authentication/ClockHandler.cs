using System.Globalization;
using OvhIplb.Api.Pipeline;

namespace OvhIplb.Api.Authentication;

/// <summary>
/// Knows the server's clock (<c>GET /auth/time</c>) before the first signed request, and reads it anew when a signature is refused:
/// the clock of a long-lived process drifts away from the difference measured at its start.
/// </summary>
internal sealed class ClockHandler(RequestFactory requests, TimeProvider time) : PreparingHandler<ServerClock>(time)
{
    protected override string ValueName => "the time";

    protected override bool IsGood(ServerClock value) => true;

    protected override bool Blames(int status, string? errorCode)
        => status is 400 or 403 && errorCode is "INVALID_SIGNATURE" or "QUERY_TIME_OUT" or "INVALID_KEY";

    protected override HttpRequestMessage Question() => requests.CreateAnonymous(HttpMethod.Get, "/auth/time");

    protected override ServerClock? ValueIn(string answer)
        => long.TryParse(answer.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new ServerClock(seconds - Time.GetUtcNow().ToUnixTimeSeconds())
            : null;
}
