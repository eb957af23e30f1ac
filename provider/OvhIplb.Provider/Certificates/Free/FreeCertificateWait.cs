using System.Collections.Immutable;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>
/// What is waited for before a certificate is ordered. Issuance is rate-limited, and an order that cannot succeed counts.
/// </summary>
internal sealed class FreeCertificateWait(Session session, FreeCertificateId id, IOperationLog log, Deadline deadline)
{
    /// <summary>How long orders that others started are waited for before we order ourselves.</summary>
    private static readonly TimeSpan OrdersAwaited = TimeSpan.FromMinutes(5);

    /// <summary>Records that are on their way rarely take longer to be seen.</summary>
    private static readonly TimeSpan SlotsUnsaid = TimeSpan.FromMinutes(1);

    private const string HowToFreeSlots
        = "let the certificate depend on its records (`dependsOn`), or allow more operations at once (`--parallel`)";

    private readonly FreeCertificateInventory _inventory = new(session, id.ServiceName);

    private readonly DnsCheck _pointing = new(session, id, log);

    /// <summary>Waits until every name points to the load balancer, for half of the time that there is.</summary>
    /// <returns>Whether there was anything to wait for.</returns>
    /// <exception cref="OperationException">They do not in time.</exception>
    public async Task<bool> ForNamesAsync()
    {
        var allowed = deadline.Allowed / 2;
        using var patience = Deadline.In(allowed, session.Time, deadline.Token);
        ImmutableSortedDictionary<string, string>? astray = null;
        try
        {
            await session.Polling.UntilAsync(
                token => _pointing.AstrayAsync([], token),
                static seen => seen.IsEmpty,
                (seen, elapsed) =>
                {
                    if (astray is null)
                    {
                        log.Warning($"the order of a certificate for {id.Listed} waits for DNS: {DnsCheck.Told(seen)}.");
                    }

                    astray = seen;
                    var slots = elapsed < SlotsUnsaid
                        ? ""
                        : ". This certificate holds one of the engine's parallel slots, and a record that the same program makes may be "
                            + "waiting for one: "
                            + HowToFreeSlots;
                    log.Wait("waiting for DNS", elapsed, $" of {DurationText.InWords(allowed)}: {DnsCheck.Told(seen)}{slots}");
                },
                patience.Token);
            return astray is not null;
        }
        catch (OperationCanceledException) when (deadline.Token.IsCancellationRequested && !deadline.HasExpired)
        {
            throw new OperationException(
                $"the wait for DNS before a certificate for {id.Listed} is ordered was cancelled. Nothing was ordered; run `pulumi up` "
                    + $"again to go on.");
        }
        catch (OperationCanceledException) when (patience.HasExpired && !deadline.Token.IsCancellationRequested)
        {
            var told = astray is null
                ? $"whether the names of the certificate point to {id.ServiceName} could not be found out within "
                    + $"{DurationText.InWords(allowed)}"
                : $"the names of the certificate do not all point to {id.ServiceName} after {DurationText.InWords(allowed)}: "
                    + $"{DnsCheck.Told(astray)}";
            throw new OperationException(
                $"{told}. Nothing was ordered. "
                + $"Correct the records, then run `pulumi up` again; more time comes with `customTimeouts` (half of it is for DNS), and "
                + $"`{FreeCertificateSchema.WaitForDns.Name}: false` "
                + "orders at once. While it waited, the certificate held one of the engine's parallel slots; where the same program makes "
                + "the records, "
                + $"{HowToFreeSlots}.");
        }
    }

    /// <summary>
    /// Waits for orders of runs that were killed, and of others: they may be for these very names, and their tasks do not say.
    /// </summary>
    /// <returns>Whether there was anything to wait for.</returns>
    public async Task<bool> ForOrdersAsync()
    {
        if ((await StrangersAsync(deadline.Token)).IsEmpty)
        {
            return false;
        }

        using var patience = Deadline.In(OrdersAwaited, session.Time, deadline.Token);
        try
        {
            await session.Polling.UntilAsync(
                StrangersAsync,
                static orders => orders.IsEmpty,
                (orders, elapsed) => log.Wait(
                    $"waiting for certificate order {orders[0]} that may be for these names", elapsed),
                patience.Token);
        }
        catch (OperationCanceledException) when (!deadline.Token.IsCancellationRequested)
        {
            log.Warning($"another certificate order of {id.ServiceName} still runs after {DurationText.InWords(OrdersAwaited)}; it may be "
                + $"for these "
                + "names too.");
        }

        return true;
    }

    private async Task<ImmutableSortedSet<long>> StrangersAsync(CancellationToken cancellation) =>
        (await _inventory.RunningOrdersAsync(cancellation)).Except(session.CertificateOrders.TasksForOthers(id.ServiceName, id.Names));
}
