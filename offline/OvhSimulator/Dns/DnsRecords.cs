namespace OvhSimulator.Dns;

/// <summary>The addresses of a name, or the name it is an alias of.</summary>
/// <param name="A">IPv4 addresses.</param>
/// <param name="Aaaa">IPv6 addresses.</param>
/// <param name="Cname">The name it is an alias of; with one there are no addresses. Default none.</param>
/// <exception cref="ArgumentException">An alias has addresses, or what it is an alias of is no name.</exception>
public sealed record DnsRecords(IReadOnlyList<string> A, IReadOnlyList<string> Aaaa, string? Cname = null)
{
    /// <summary>The name it is an alias of, in lower case without a trailing dot; null for none.</summary>
    public string? Cname { get; } = Cname is null ? null : Alias(Cname, A, Aaaa);

    private static string Alias(string target, IReadOnlyList<string> a, IReadOnlyList<string> aaaa) =>
        a is { Count: > 0 } || aaaa is { Count: > 0 }
            ? throw new ArgumentException($"An alias of '{target}' cannot have addresses of its own.")
            : Names.IsName(target) ? Names.Normal(target) : throw new ArgumentException($"'{target}' is not a name an alias can lead to.");
}
