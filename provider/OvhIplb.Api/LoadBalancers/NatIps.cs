using System.Text.Json.Serialization;
using OvhIplb.Api.IpBlocks;

namespace OvhIplb.Api.LoadBalancers;

/// <summary>The addresses one zone of a load balancer reaches its servers from (<c>GET …/natIp</c>).</summary>
public sealed record NatIps
{
    public string Zone { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("ip")]
    public IReadOnlyList<IpBlock> Blocks { get; init => field = value ?? []; } = [];
}
