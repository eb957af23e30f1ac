namespace OvhSimulator.Dns;

/// <summary>A query the DNS server received.</summary>
/// <param name="Name">The name asked for, in lower case without a trailing dot.</param>
/// <param name="Type">The type asked for, such as <c>A</c> or <c>AAAA</c>; an uncommon one as <c>TYPE</c> and its number.</param>
/// <param name="Time">Wall clock time of its arrival.</param>
public sealed record DnsQuery(string Name, string Type, DateTimeOffset Time);
