using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;
using OvhSimulator.Http;
using OvhSimulator.Worlds;

namespace OvhSimulator.Control;

/// <summary>Something that goes wrong on the way to a matching call.</summary>
public sealed class Fault
{
    /// <summary>
    /// The path below /1.0 in which <c>*</c> stands for anything; matched as sent and with percent-encoding undone. Default every path.
    /// </summary>
    public string Path { get; init; } = "*";

    /// <summary>The method; null, the default, for every one.</summary>
    public string? Method { get; init; }

    /// <summary>How many calls it strikes. Default 1.</summary>
    public int Count { get; set; } = 1;

    /// <summary>The status to answer instead; null leaves the real answer, for a fault that only delays or drops.</summary>
    public int? Status { get; init; }

    /// <summary>The body to answer with <see cref="Status"/>. Default empty.</summary>
    public string Body { get; init; } = "";

    /// <summary>The type of <see cref="Body"/>. Default JSON.</summary>
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>Header fields to answer with <see cref="Status"/>. Default none.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>What Retry-After says, in seconds, as a 429 or 503 would; null, the default, for no such header.</summary>
    public long? RetryAfterSeconds { get; init; }

    /// <summary>Seconds of the wall clock to hold the call before anything else happens. Default 0.</summary>
    public double DelaySeconds { get; init; }

    /// <summary>Whether the connection is cut instead of answered. Default no.</summary>
    public bool Drop { get; init; }

    /// <summary>Whether the call takes effect before it is answered wrongly or dropped. Default no.</summary>
    public bool AfterEffect { get; init; }

    [JsonIgnore]
    internal bool LetsThrough => AfterEffect || (Status is null && !Drop);

    [JsonIgnore]
    internal Answer? Answer => Status is { } status
        ? new Answer(status, Encoding.UTF8.GetBytes(Body), ContentType) { Headers = AllHeaders() }
        : null;

    private Dictionary<string, string> AllHeaders() => RetryAfterSeconds is { } seconds
        ? new(Headers) { [HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture) }
        : Headers;

    internal static Fault? Take(World world, string method, string path)
    {
        var fault = world.Faults.Find(f => (f.Method ?? method) == method
            && (Wildcard.Matches(f.Path, path) || Wildcard.Matches(f.Path, Uri.UnescapeDataString(path))));
        if (fault is not null && --fault.Count <= 0)
        {
            world.Faults.Remove(fault);
        }
        return fault;
    }
}
