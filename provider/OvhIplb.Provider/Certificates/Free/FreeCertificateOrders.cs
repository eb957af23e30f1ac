using OvhIplb.Api.Errors;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>The orders for a set of names: finds the one that lives, or sends one.</summary>
internal sealed class FreeCertificateOrders(Session session, FreeCertificateId id, Deadline deadline)
{
    private readonly FreeCertificateInventory _inventory = new(session, id.ServiceName);

    /// <summary>The order that an earlier run was asked to see through, while it lives: there is never to be a second beside it.</summary>
    public async Task<LoadBalancerTask?> EarlierAsync(PropertyBag? before)
    {
        var tasks = session.CertificateOrders.TasksFor(id.ServiceName, id.Names);
        if (before?.Get(FreeCertificateSchema.Phase) == FreeCertificatePhases.Ordering && FreeCertificateProgress.TaskIn(before) is { } own)
        {
            tasks = tasks.Add(own);
        }

        foreach (var task in tasks.Reverse())
        {
            if (await _inventory.TaskAsync(task, deadline.Token) is { Status.IsFinal: false } order)
            {
                return order;
            }
        }

        return null;
    }

    /// <summary>
    /// A lost answer may have been a taken order: then there is a running order that was not there before. One order is sent at a time,
    /// so that it is not another's of this process.
    /// </summary>
    public async Task<LoadBalancerTask> SendAsync()
    {
        using var turn = await session.CertificateOrders.Turns.TakeAsync(id.ServiceName, deadline.Token);
        var before = await _inventory.RunningOrdersAsync(deadline.Token);
        LoadBalancerTask order;
        try
        {
            order = await session.Client.Certificates.OrderFreeAsync(id.ServiceName, [.. id.Names], deadline.Token);
        }
        catch (OvhApiException lost) when (lost.MayHaveTakenEffect)
        {
            var since = (await _inventory.RunningOrdersAsync(deadline.Token)).Except(before);
            if (since.IsEmpty || await _inventory.TaskAsync(since.Max, deadline.Token) is not { } found)
            {
                throw;
            }

            order = found;
        }

        session.CertificateOrders.Add(id.ServiceName, order.Id, id.Names);
        return order;
    }
}
