namespace OvhSimulator.Dns;

/// <summary>The addresses of a name.</summary>
/// <param name="A">IPv4 addresses.</param>
/// <param name="Aaaa">IPv6 addresses.</param>
public sealed record DnsRecords(IReadOnlyList<string> A, IReadOnlyList<string> Aaaa);
