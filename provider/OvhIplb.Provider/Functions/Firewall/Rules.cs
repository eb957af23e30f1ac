using System.Collections.Immutable;
using System.Net.Sockets;
using OvhIplb.Api.IpBlocks;

namespace OvhIplb.Provider.Functions.Firewall;

/// <summary>Who may reach which ports; everybody else may not. Other ports are nobody's concern here.</summary>
/// <param name="Name">What the rules are kept under in a firewall: a table, a chain, a comment.</param>
/// <param name="Sources">Who may.</param>
/// <param name="Ports">The ports, merged.</param>
/// <param name="Protocols">Of <c>tcp</c> and <c>udp</c>.</param>
internal sealed record Rules(string Name, ImmutableArray<IpBlock> Sources, ImmutableArray<Port> Ports, ImmutableArray<string> Protocols)
{
    /// <summary>Sources of one kind of address, in order.</summary>
    public IEnumerable<string> SourcesOf(AddressFamily family) => CidrList.Of(Sources.Where(block => block.Address.AddressFamily == family));
}
