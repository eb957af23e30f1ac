using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.Dns;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>Looks whether the names of a certificate point to the load balancer, as the authority that issues it will.</summary>
internal sealed class DnsCheck(Session session, FreeCertificateId id, IOperationLog log)
{
    /// <summary>So many names are looked up at once: enough to be quick, too few to be taken for an attack.</summary>
    private const int AtOnce = 8;

    private bool _hasSaidBlind;

    /// <param name="awaited">Failover IPs that are not routed to the load balancer yet, but count.</param>
    /// <param name="cancellation">Ends the look.</param>
    /// <returns>The names that do not, each with the reason, in their order; empty where all do, or where nobody can say.</returns>
    public async Task<ImmutableSortedDictionary<string, string>> AstrayAsync(IEnumerable<IpBlock> awaited, CancellationToken cancellation)
    {
        if (await LoadBalancerAddresses.LookAsync(session, id.ServiceName, awaited, cancellation) is not { } addresses)
        {
            if (!_hasSaidBlind)
            {
                _hasSaidBlind = true;
                log.Info($"the addresses of {id.ServiceName} may not be seen, so where the names point is not compared with them.");
            }

            return ImmutableSortedDictionary<string, string>.Empty;
        }

        var reasons = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            id.Names,
            options,
            async (name, token) =>
            {
                if (Fault(name, await session.Names.LookUpAsync(name, token), addresses) is { } reason)
                {
                    reasons[name] = reason;
                }
            });
        return reasons.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>What is wrong, in one line: the name, what it is, and what it should be.</summary>
    public static string Told(ImmutableSortedDictionary<string, string> astray) => string.Join("; ", astray.Values);

    private static string? Fault(string name, NameRecords records, LoadBalancerAddresses addresses)
    {
        var subject = records.Alias is { } alias ? $"{name} (a CNAME to {alias})" : name;
        if (records.Failure is { } failure)
        {
            return $"{subject} could not be resolved: {failure}";
        }

        if (records.Addresses.IsEmpty)
        {
            return $"{subject} has no A or AAAA record, and should have {Wanted(addresses)}";
        }

        IPAddress[] wrong = [.. records.Addresses.Where(address => !addresses.Hold(address))];
        return wrong.Length == 0 ? null : string.Join("; ", wrong.GroupBy(static address => address.AddressFamily).Select(family =>
            $"{subject} {Type(family.Key)} is "
                + $"{string.Join(" and ", family.Select(static address => address.ToString()).Order(StringComparer.Ordinal))}, and should "
                + $"be "
            + (addresses.Wanted(family.Key) ?? "no such record, as the load balancer has no address of that kind")
            + (family.Key == AddressFamily.InterNetworkV6 && addresses.Wanted(family.Key) is not null ? ", or no such record" : "")));
    }

    private static string Wanted(LoadBalancerAddresses addresses) =>
        (addresses.Wanted(AddressFamily.InterNetwork), addresses.Wanted(AddressFamily.InterNetworkV6)) switch
        {
            ({ } a, { } aaaa) => $"A {a}, with or without AAAA {aaaa}",
            (null, { } aaaa) => $"AAAA {aaaa}",
            ({ } a, null) => $"A {a}",
            _ => "one, once the load balancer has an address",
        };

    private static string Type(AddressFamily family) => family == AddressFamily.InterNetwork ? "A" : "AAAA";
}
