using System.Diagnostics.CodeAnalysis;
using System.Net;
using OvhSimulator.Http;
using OvhSimulator.LoadBalancers;
using OvhSimulator.Tasks;
using OvhSimulator.Worlds;

namespace OvhSimulator.Certificates;

/// <summary>Ordering free certificates.</summary>
internal static class Orders
{
    private const int MaximumNames = 100;

    [SuppressMessage("Globalization", "CA1308", Justification = "Certificates carry names in lower case.")]
    public static LoadBalancerTask Start(World world, LoadBalancer loadBalancer, List<string> fqdn)
    {
        var names = fqdn.ConvertAll(name => name.ToLowerInvariant());
        if (names.Count == 0)
        {
            throw ApiException.BadRequest("[fqdn] no name is given");
        }
        var complaint = Complaint(names);
        if (complaint is not null && !world.Knobs.FailOrdersOfBadNames)
        {
            throw ApiException.BadRequest(complaint);
        }
        if (world.Knobs.RefuseNamesNotPointing && !Routing.LeadsTo(world, loadBalancer, names))
        {
            throw ApiException.BadRequest($"[fqdn] every name must point to {loadBalancer.ServiceName}");
        }
        var task = new LoadBalancerTask
        {
            Fqdn = names,
            Id = world.Identifiers.Next("load balancer task"),
            Action = LoadBalancerTask.OrderFreeCertificate,
            ServiceName = loadBalancer.ServiceName,
            Zones = [.. loadBalancer.Zones.Select(z => z.Name)],
            CreationDate = world.Now,
            Duration = world.Durations.Certificate,
            Due = world.Now + (world.Durations.Certificate * 0.1),
            Failure = complaint is not null
                ? new ForcedFailure(LoadBalancerTask.OrderFreeCertificate, "error")
                : world.TakeForcedFailure(LoadBalancerTask.OrderFreeCertificate, ForcedFailure.LoadBalancerStatuses),
        };
        loadBalancer.Tasks.Add(task);
        return task;
    }

    /// <summary>Installs the certificate if every name leads to the load balancer now; otherwise nothing happens.</summary>
    public static bool TryDeliver(World world, LoadBalancer loadBalancer, LoadBalancerTask order)
    {
        if (!Routing.LeadsTo(world, loadBalancer, order.Fqdn))
        {
            return false;
        }
        var issue = Issue.Next(world);
        loadBalancer.Certificates.Add(new Certificate
        {
            Id = world.Identifiers.Next("certificate"),
            Fingerprint = issue.Fingerprint,
            Serial = issue.Serial,
            Subject = $"/CN={order.Fqdn[0]}",
            San = [.. order.Fqdn],
            ExpireDate = issue.ExpireDate,
            Due = issue.Renewal,
        });
        if (world.Knobs.CertificateRaisesPendingChanges)
        {
            loadBalancer.RaisePendingChanges(ZoneNames.All);
        }
        return true;
    }

    /// <summary>Why no certificate is issued for these names; null where one is.</summary>
    private static string? Complaint(List<string> names)
    {
        if (names.Count > MaximumNames)
        {
            return $"[fqdn] expects 1 to {MaximumNames} names, {names.Count} given";
        }
        if (names.Find(name => !IsHostName(name)) is { } bad)
        {
            return $"[fqdn] {bad} is not a name a free certificate can be issued for";
        }
        return names.Distinct().Count() == names.Count ? null : "[fqdn] the same name is given more than once";
    }

    private static bool IsHostName(string name) =>
        name.Length <= 253
        && !IPAddress.TryParse(name, out _)
        && name.Split('.') is { Length: > 1 } labels
        && labels.All(label => label.Length is > 0 and <= 63
            && label[0] != '-' && label[^1] != '-'
            && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));
}
