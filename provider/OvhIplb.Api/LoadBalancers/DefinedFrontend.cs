namespace OvhIplb.Api.LoadBalancers;

/// <summary>A frontend of any protocol (<c>GET …/definedFrontends</c>). Without one there is nothing a refresh could make live.</summary>
public sealed record DefinedFrontend
{
    public long? Id { get; init; }

    /// <summary>http, tcp or udp.</summary>
    public string Type { get; init => field = value ?? ""; } = "";
}
