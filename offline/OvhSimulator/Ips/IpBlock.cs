using System.Net;
using System.Text.Json.Serialization;
using OvhSimulator.Terminations;

namespace OvhSimulator.Ips;

/// <summary>An IP block of the account.</summary>
public sealed class IpBlock : ITerminable
{
    /// <summary>Block form: <c>192.0.2.10/32</c>.</summary>
    public required string Ip { get; init; }

    /// <summary>IpTypeEnum; only <c>failover</c>, an Additional IP, can be moved.</summary>
    public string Type { get; init; } = "failover";

    public string? Description { get; set; }

    /// <summary>The service it is routed to; null while parked.</summary>
    public string? RoutedTo { get; set; }

    /// <summary>Where it was bought, such as <c>gra</c>: it can be moved within that region only.</summary>
    public string Datacentre { get; init; } = "gra";

    /// <summary>Lower-case ISO 3166 code; geolocation, which says nothing of the region.</summary>
    public string Country { get; init; } = "fr";

    /// <summary>Whether the service has run out: every call below it answers 460.</summary>
    public bool Expired { get; set; }

    /// <summary>The token that confirms its termination; null where none was asked for.</summary>
    public string? TerminationToken { get; set; }

    public List<IpTask> Tasks { get; init; } = [];

    /// <summary>Whether it can be moved and was bought on its own.</summary>
    [JsonIgnore]
    internal bool IsAdditional => Type == "failover";

    [JsonIgnore]
    internal IPNetwork Network => IPNetwork.Parse(Ip);

    [JsonIgnore]
    internal IpTask? RunningTask => Tasks.Find(task => task.IsRunning);

    /// <summary>The block form of an address or block, or null where the text is neither.</summary>
    internal static IPNetwork? Parse(string text) => IPNetwork.TryParse(text, out var network)
        ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : null;
}
