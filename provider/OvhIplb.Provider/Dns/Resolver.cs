using System.Collections.Immutable;
using System.Net;
using DnsClient;

namespace OvhIplb.Provider.Dns;

/// <summary>Asks the configured DNS servers, or those of this machine where none are configured.</summary>
internal sealed class Resolver : INameResolver
{
    /// <summary>As long a chain of aliases as resolvers commonly follow.</summary>
    private const int MostAliases = 8;

    private static readonly TimeSpan AnswerAwaited = TimeSpan.FromSeconds(3);

    private readonly Lazy<LookupClient> _client;

    /// <param name="servers">Asked in this order, the next where one fails; empty for those of this machine.</param>
    /// <param name="answerAwaited">
    /// How long a server may take to answer before it is asked again, and then before it has failed; null for 3 seconds.
    /// </param>
    public Resolver(IReadOnlyList<IPEndPoint> servers, TimeSpan? answerAwaited = null) =>
        _client = new(() => new LookupClient(OptionsOf(servers, answerAwaited ?? AnswerAwaited)));

    public async Task<NameRecords> LookUpAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var both = await Task.WhenAll(
                FollowAsync(name, QueryType.A, cancellation), FollowAsync(name, QueryType.AAAA, cancellation));
            return new NameRecords(
                [.. both.SelectMany(static records => records.Addresses)],
                both[0].Alias ?? both[1].Alias,
                both[0].Failure ?? both[1].Failure);
        }
        catch (Exception unreachable) when (unreachable is InvalidOperationException or System.Net.Sockets.SocketException or IOException)
        {
            // What reading this machine's own configuration ends with where it has none that can be used.
            return NameRecords.Unknown($"this machine's DNS servers cannot be found ({unreachable.Message})");
        }
    }

    /// <summary>
    /// A server that resolves for others answers aliases together with what they lead to; one that only knows its own domains answers the
    /// alias alone, and the rest has to be asked for.
    /// </summary>
    private async Task<NameRecords> FollowAsync(string name, QueryType type, CancellationToken cancellation)
    {
        var asked = name;
        for (var aliases = 0; aliases <= MostAliases; aliases++)
        {
            (var response, var failure) = await AskAsync(asked, type, cancellation);
            if (response is null)
            {
                return NameRecords.Unknown(failure);
            }

            var target = TargetOf(asked, response);
            ImmutableArray<IPAddress> addresses = [.. response.Answers.AddressRecords().Select(static record => record.Address)];
            // Aliases that lead back to what was asked are a circle, and asking goes on until they are too many.
            if (!addresses.IsEmpty || !response.Answers.CnameRecords().Any())
            {
                return new NameRecords(addresses, target == name ? null : target);
            }

            asked = target;
        }

        return NameRecords.Unknown($"its CNAME records form a chain of more than {MostAliases}, or a circle");
    }

    /// <summary>
    /// The first answer that says what there is, be it nothing. The library would go on to the next server where there is nothing, and take
    /// for an answer that it is down.
    /// </summary>
    private async Task<(IDnsQueryResponse? Response, string Failure)> AskAsync(string name, QueryType type, CancellationToken cancellation)
    {
        var failures = "";
        foreach (var server in _client.Value.NameServers)
        {
            string failure;
            try
            {
                var response = await _client.Value.QueryServerAsync([server], $"{name}.", type, QueryClass.IN, cancellation);
                if (response.Header.ResponseCode is DnsHeaderResponseCode.NoError or DnsHeaderResponseCode.NotExistentDomain)
                {
                    return (response, "");
                }

                failure = $"{server} answered {response.Header.ResponseCode}";
            }
            catch (DnsResponseException silent)
            {
                cancellation.ThrowIfCancellationRequested();
                failure = $"{server} gave no answer ({silent.Code})";
            }

            failures += failures.Length == 0 ? failure : $", {failure}";
        }

        return (null, failures.Length == 0 ? "this machine has no DNS servers" : failures);
    }

    private static string TargetOf(string name, IDnsQueryResponse response)
    {
        Dictionary<string, string> aliases = new(StringComparer.OrdinalIgnoreCase);
        foreach (var alias in response.Answers.CnameRecords())
        {
            aliases[Bare(alias.DomainName)] = Bare(alias.CanonicalName);
        }

        var target = name;
        while (aliases.Remove(target, out var next))
        {
            target = next;
        }

        return target;
    }

    private static string Bare(DnsString name) => name.Value.TrimEnd('.');

    private static LookupClientOptions OptionsOf(IReadOnlyList<IPEndPoint> servers, TimeSpan answerAwaited)
    {
        LookupClientOptions options = servers.Count == 0 ? new() : new([.. servers]);
        options.UseCache = false;
        options.UseRandomNameServer = false;
        options.ThrowDnsErrors = false;
        options.ContinueOnDnsError = false;
        options.ContinueOnEmptyResponse = false;
        options.Timeout = answerAwaited;
        options.Retries = 1;
        return options;
    }
}
