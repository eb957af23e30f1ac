using System.Globalization;
using OvhSimulator.Authentication;
using OvhSimulator.Worlds;

namespace OvhSimulator.Http;

/// <summary>What an endpoint sees: the world, brought up to date and held still, and the parts of the request.</summary>
internal sealed class Call(World world, Exchange exchange, DateTimeOffset wall)
{
    public World World => world;

    public DateTimeOffset Wall => wall;

    public Credential Credential => exchange.Credential!;

    /// <summary>The request's JSON object; an absent body is an empty object.</summary>
    public Body Body { get; } = Http.Body.Parse(exchange.Body);

    public string Path(string name) => Uri.UnescapeDataString((string)exchange.Request.RouteValues[name]!);

    /// <summary>A number in the path; anything else names nothing that exists.</summary>
    public long Number(string name) =>
        long.TryParse(Path(name), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw ApiException.BadRequest($"[{name}] Given data ({Path(name)}) is not valid for type long");

    /// <summary>A filter of the query, or null where it is absent.</summary>
    public string? Query(string name) => exchange.Request.Query.TryGetValue(name, out var values) ? values.ToString() : null;

    public DateTimeOffset? QueryDate(string name) => Query(name) is not { } text
        ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : throw ApiException.BadRequest($"[{name}] Given data ({text}) is not valid for type datetime");
}
