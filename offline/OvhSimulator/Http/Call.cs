using System.Globalization;
using OvhSimulator.Authentication;
using OvhSimulator.Worlds;

namespace OvhSimulator.Http;

/// <summary>What an endpoint sees: the world, brought up to date and held still, and the parts of the request.</summary>
internal sealed class Call(World world, Exchange exchange, Route route)
{
    public World World => world;

    public ICaller Caller => exchange.Caller!;

    /// <summary>The scheme and authority the call reached the server by.</summary>
    public string Origin => $"{exchange.Request.Scheme}://{exchange.Request.Host}";

    /// <summary>The request's JSON object; an absent body is an empty object.</summary>
    public Body Body => field ??= Body.Parse(exchange.Body);

    /// <summary>The request's form-urlencoded parameters; null where it has none that can be read.</summary>
    public IReadOnlyDictionary<string, string>? Form => Http.Form.Parse(exchange);

    /// <summary>A request header; empty where it is absent.</summary>
    public string Header(string name) => exchange.Request.Headers[name].ToString();

    /// <summary>Refuses the caller unless IAM grants it an action.</summary>
    public void Demand(string action)
    {
        if (!Caller.IsGranted(action))
        {
            throw ApiException.NotGranted(action);
        }
    }

    /// <summary>A parameter of the path, as sent but for its percent-encoding, which is undone once.</summary>
    public string Path(string name) => route.Parameter(exchange.Path, name);

    /// <summary>A number in the path; anything else names nothing that exists.</summary>
    public long Number(string name) =>
        long.TryParse(Path(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
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
