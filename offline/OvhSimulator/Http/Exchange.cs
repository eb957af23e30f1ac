using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OvhSimulator.Authentication;

namespace OvhSimulator.Http;

/// <summary>A call under way: what came in, as it came in, and from whom.</summary>
internal sealed class Exchange(HttpContext context, string root)
{
    public HttpRequest Request => context.Request;

    /// <summary>Path and query exactly as received, percent-encoding intact.</summary>
    public string RawTarget { get; } = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    /// <summary>The path below the API's root, percent-encoding intact, without the query.</summary>
    public string Path => RawTarget.Split('?')[0][root.Length..];

    /// <summary>The query, percent-encoding intact, without the question mark.</summary>
    public string Query => RawTarget.Split('?', 2) is [_, var query] ? query : "";

    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>Who is asking; null on the calls anybody may make.</summary>
    public ICaller? Caller { get; set; }
}
