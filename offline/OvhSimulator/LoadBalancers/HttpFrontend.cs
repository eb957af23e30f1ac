using System.Text.Json.Serialization;

namespace OvhSimulator.LoadBalancers;

/// <summary>A listening HTTP or HTTPS port.</summary>
public sealed class HttpFrontend
{
    public long FrontendId { get; init; }

    /// <summary>A zone's name, or <c>all</c>.</summary>
    public string Zone { get; set; } = "all";

    /// <summary>A port, a range or a list: <c>80</c>, <c>80-90</c>, <c>80,443</c>.</summary>
    public string Port { get; set; } = "80";

    public bool Ssl { get; set; }

    public bool Hsts { get; set; }

    public long? DefaultSslId { get; set; }

    public long? DefaultFarmId { get; set; }

    public string? RedirectLocation { get; set; }

    public List<string>? DedicatedIpfo { get; set; }

    public List<string>? AllowedSource { get; set; }

    public List<string>? DeniedSource { get; set; }

    public List<string>? HttpHeader { get; set; }

    public bool Disabled { get; set; }

    public string? DisplayName { get; set; }

    public long? VrackNetworkId { get; init; }

    public long? VrackVrouterId { get; init; }

    /// <summary>Whether it leads anywhere: a refresh wants that of every frontend, disabled ones too.</summary>
    [JsonIgnore]
    internal bool IsValid => DefaultFarmId is not null || RedirectLocation is not null;

    /// <summary>Whether it listens on one of the ports, at one of the addresses, in one of the zones.</summary>
    /// <param name="zone">A zone, or <c>all</c>.</param>
    /// <param name="ports">The ports.</param>
    /// <param name="dedicated">The addresses; null for all.</param>
    internal bool ListensBeside(string zone, Ports ports, List<string>? dedicated) =>
        (Zone == zone || Zone == ZoneNames.All || zone == ZoneNames.All)
        && (DedicatedIpfo is null || dedicated is null || DedicatedIpfo.Intersect(dedicated).Any())
        && Ports.Parse(Port)?.Overlaps(ports) == true;
}
