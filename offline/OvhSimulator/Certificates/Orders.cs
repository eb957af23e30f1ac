using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using OvhSimulator.Http;
using OvhSimulator.LoadBalancers;
using OvhSimulator.Tasks;
using OvhSimulator.Worlds;

namespace OvhSimulator.Certificates;

/// <summary>Ordering free certificates.</summary>
internal static class Orders
{
    private const int MaximumNames = 100;
    private static readonly TimeSpan Validity = TimeSpan.FromDays(90);

    public static LoadBalancerTask Start(World world, LoadBalancer loadBalancer, List<string> fqdn)
    {
        var names = Check(fqdn);
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
            Failure = world.TakeForcedFailure(LoadBalancerTask.OrderFreeCertificate, ForcedFailure.LoadBalancerStatuses),
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
        long id = world.Identifiers.Next("certificate");
        loadBalancer.Certificates.Add(new Certificate
        {
            Id = id,
            Fingerprint = Fingerprint(world, id),
            Serial = world.Identifiers.Mix("serial", id).ToString("X16", CultureInfo.InvariantCulture),
            Subject = $"/CN={order.Fqdn[0]}",
            San = [.. order.Fqdn],
            ExpireDate = world.Now + Validity,
        });
        if (world.Knobs.CertificateRaisesPendingChanges)
        {
            loadBalancer.RaisePendingChanges("all");
        }
        return true;
    }

    [SuppressMessage("Globalization", "CA1308", Justification = "Certificates carry names in lower case.")]
    private static List<string> Check(List<string> fqdn)
    {
        if (fqdn.Count is 0 or > MaximumNames)
        {
            throw ApiException.BadRequest($"[fqdn] expects 1 to {MaximumNames} names, {fqdn.Count} given");
        }
        var names = fqdn.ConvertAll(name => name.ToLowerInvariant());
        foreach (string name in names)
        {
            if (!IsHostName(name))
            {
                throw ApiException.BadRequest($"[fqdn] {name} is not a name a free certificate can be issued for");
            }
        }
        return names.Distinct().Count() == names.Count
            ? names
            : throw ApiException.BadRequest("[fqdn] the same name is given more than once");
    }

    private static bool IsHostName(string name) =>
        name.Length <= 253
        && !IPAddress.TryParse(name, out _)
        && name.Split('.') is { Length: > 1 } labels
        && labels.All(label => label.Length is > 0 and <= 63
            && label[0] != '-' && label[^1] != '-'
            && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));

    [SuppressMessage("Security", "CA5350", Justification = "The API's fingerprints are SHA-1.")]
    private static string Fingerprint(World world, long id)
    {
        byte[] hash = SHA1.HashData(Encoding.ASCII.GetBytes(world.Identifiers.Uuid($"certificate {id}").ToString()));
        return string.Join(':', hash.Select(b => b.ToString("X2", CultureInfo.InvariantCulture)));
    }
}
