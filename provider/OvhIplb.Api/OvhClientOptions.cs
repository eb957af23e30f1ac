using OvhIplb.Api.Authentication;
using OvhIplb.Api.Endpoints;

namespace OvhIplb.Api;

/// <summary>What an <see cref="OvhClient"/> is built from.</summary>
public sealed record OvhClientOptions
{
    public required Endpoint Endpoint { get; init; }

    public required Credentials Credentials { get; init; }

    /// <summary>User-Agent header, for example pulumi-resource-ovhiplb/1.2.3.</summary>
    public string UserAgent { get; init; } = "OvhIplb.Api";

    /// <summary>How long one attempt may take, answer included. 60 seconds by default.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How fast the client may call.</summary>
    public RateLimit RateLimit { get; init; } = RateLimit.Default;
}
