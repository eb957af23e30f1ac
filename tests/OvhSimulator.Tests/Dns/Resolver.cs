using DnsClient;
using DnsClient.Protocol;

namespace OvhSimulator.Tests.Dns;

/// <summary>A resolver library that has not a line in common with the server, aimed at a simulator.</summary>
internal static class Resolver
{
    /// <summary>Time enough for a packet on loopback; what is waited for comes at once.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static LookupClient For(Simulator simulator, Action<LookupClientOptions>? configure = null)
    {
        var options = new LookupClientOptions(simulator.DnsAddress)
        {
            UseCache = false,
            UseTcpFallback = false,
            Retries = 0,
            Timeout = Patience,
        };
        configure?.Invoke(options);
        return new LookupClient(options);
    }

    public static async Task<IDnsQueryResponse> AskAsync(Simulator simulator, string name, QueryType type = QueryType.A) =>
        await For(simulator).QueryAsync(name, type, cancellationToken: TestContext.Current.CancellationToken);

    public static async Task<IEnumerable<string>> AddressesAsync(Simulator simulator, string name, QueryType type = QueryType.A) =>
        (await AskAsync(simulator, name, type)).Addresses();

    public static IEnumerable<string> Addresses(this IDnsQueryResponse response) =>
        response.Answers.OfType<AddressRecord>().Select(record => record.Address.ToString());

    public static IEnumerable<string> Aliases(this IDnsQueryResponse response) =>
        response.Answers.CnameRecords().Select(record => $"{record.DomainName.Value} {record.CanonicalName.Value}");
}
