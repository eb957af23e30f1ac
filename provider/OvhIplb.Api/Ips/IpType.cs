using System.Text.Json.Serialization;
using OvhIplb.Api.Json;

namespace OvhIplb.Api.Ips;

/// <summary>What an IP block is for; only failover ones (Additional IPs) can be moved.</summary>
[JsonConverter(typeof(OpenEnumerationConverter<IpType>))]
public readonly record struct IpType : IOpenEnumeration<IpType>
{
    private readonly string? _word;

    private IpType(string word) => _word = word;

    public static IpType Cdn { get; } = new("cdn");

    public static IpType Cloud { get; } = new("cloud");

    public static IpType Dedicated { get; } = new("dedicated");

    public static IpType Failover { get; } = new("failover");

    public static IpType HostedSsl { get; } = new("hosted_ssl");

    public static IpType Housing { get; } = new("housing");

    public static IpType LoadBalancing { get; } = new("loadBalancing");

    public static IpType Mail { get; } = new("mail");

    public static IpType Overthebox { get; } = new("overthebox");

    public static IpType Pcc { get; } = new("pcc");

    public static IpType Pci { get; } = new("pci");

    public static IpType Private { get; } = new("private");

    public static IpType Vpn { get; } = new("vpn");

    public static IpType Vps { get; } = new("vps");

    public static IpType Vrack { get; } = new("vrack");

    public static IpType Xdsl { get; } = new("xdsl");

    /// <inheritdoc/>
    public string Word => _word ?? "";

    /// <inheritdoc/>
    public static IpType From(string word) => new(word);

    /// <inheritdoc/>
    public override string ToString() => Word;
}
