using System.Collections.Immutable;
using System.Net.Sockets;
using OvhIplb.Api.IpBlocks;

namespace OvhIplb.Provider.Functions.Firewall;

/// <summary>
/// Which sources may reach which ports of a server. Every other source is a stranger and may not. Other ports are left alone.
/// </summary>
/// <param name="Name">The name of the table or chain, and the comment of each ufw rule.</param>
/// <param name="Sources">The sources, as <see cref="FirewallSources.Of"/> leaves them.</param>
/// <param name="Ports">The ports, merged.</param>
/// <param name="Protocols">Of <c>tcp</c> and <c>udp</c>.</param>
internal sealed record FirewallRules(
    string Name,
    ImmutableArray<IpBlock> Sources,
    ImmutableArray<Port> Ports,
    ImmutableArray<string> Protocols)
{
    /// <summary>Sources of one kind of address, in order.</summary>
    public IEnumerable<string> SourcesOf(AddressFamily family)
        => CidrList.Of(Sources.Where(block => block.Address.AddressFamily == family));
}
