using OvhSimulator;
using OvhSimulator.Control;

namespace OvhIplb.Api.Tests.Failures;

/// <summary>Something that goes wrong with a call.</summary>
/// <param name="Name">What, in a few words.</param>
/// <param name="Strike">The fault that does it to each call it is let loose on.</param>
public sealed record FailureKind(string Name, Fault Strike)
{
    private const string Json = "application/json; charset=utf-8";
    private const string Html = "text/html";
    private const int Always = 100;

    /// <summary>What makes it happen once for real, where that is no fault on the wire.</summary>
    public Action<Simulator>? HappenOnce { get; init; }

    public bool AsServiceAccount { get; init; }

    /// <summary>Every failure; whatever is answered repeats all that the server may have been told in confidence.</summary>
    public static IReadOnlyList<FailureKind> All { get; } =
    [
        new("429 with Retry-After", Answer(429, """{"message":"Too many requests ECHO"}""", Json, retryAfter: 7)),
        new("429 without Retry-After", Answer(429, "", Json)),
        new("429 with a Retry-After of an hour", Answer(429, """{"message":"Too many requests"}""", Json, retryAfter: 3600)),
        new("500", Answer(
            500,
            """{"class":"Server::InternalServerError","message":"Internal server error ECHO","details":{"seen":"ECHO"}}""",
            Json)),
        new("502 with a page", Answer(502, "<html>\n<h1>502 Bad Gateway</h1>\nECHO</html>", Html)),
        new("408 with a page", Answer(408, "<html><h1>408 Request Time-out</h1>ECHO</html>", Html)),
        new("403 with a page", Answer(403, "<html><h1>Access denied</h1>ECHO</html>", Html)),
        new("dropped before the effect", new Fault { Drop = true }),
        new("dropped after the effect", new Fault { Drop = true, AfterEffect = true }),
        new("no answer in time", new Fault { DelaySeconds = HoldingTime.Hold.TotalSeconds }),
        new("garbage for JSON", new Fault { Status = 200, Body = "{\"id\":\"ECHO", ContentType = Json, AfterEffect = true }),
        new("expired token", Answer(
            403,
            """{"errorCode":"INVALID_CREDENTIAL","httpCode":"403 Forbidden","message":"This credential is not valid ECHO"}""",
            Json))
        {
            AsServiceAccount = true,
            HappenOnce = static simulator => simulator.Controls.SetClockSkew(TimeSpan.FromHours(2)),
        },
        new(
            "clock skew",
            Answer(400, """{"errorCode":"QUERY_TIME_OUT","httpCode":"400 Bad Request","message":"Query out of time ECHO"}""", Json))
        {
            HappenOnce = static simulator => simulator.Controls.SetClockSkew(TimeSpan.FromMinutes(10)),
        },
    ];

    public void Happen(Simulator simulator, ApiCall call, bool always)
    {
        if (!always && HappenOnce is not null)
        {
            HappenOnce(simulator);
            return;
        }

        simulator.Controls.Inject(new Fault
        {
            Method = call.Method,
            Path = call.Path,
            Count = always ? Always : 1,
            Status = Strike.Status,
            Body = Strike.Body.Replace("ECHO", string.Join(' ', Bench.SecretsOf(call, AsServiceAccount)), StringComparison.Ordinal),
            ContentType = Strike.ContentType,
            RetryAfterSeconds = Strike.RetryAfterSeconds,
            DelaySeconds = Strike.DelaySeconds,
            Drop = Strike.Drop,
            AfterEffect = Strike.AfterEffect,
        });
    }

    private static Fault Answer(int status, string body, string type, long? retryAfter = null)
        => new() { Status = status, Body = body, ContentType = type, RetryAfterSeconds = retryAfter };
}
