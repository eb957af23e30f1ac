using OvhIplb.Components;
using Pulumi;

namespace QuickstartStack;

/// <summary>What the quickstart declares; here, and not in the program, so that tests can declare it too.</summary>
public static class Website
{
    /// <summary>Failover IPs that serve from one load balancer, with one free certificate; answers the stack's outputs.</summary>
    /// <param name="serviceName">The load balancer.</param>
    /// <param name="failoverIps">The IPs.</param>
    /// <param name="names">What the certificate is for.</param>
    /// <param name="protect">Whether nothing may be deleted before <c>pulumi state unprotect</c>.</param>
    /// <param name="keepCertificate">Whether the certificate stays where the stack goes.</param>
    public static IDictionary<string, object?> Declare(
        string serviceName, string[] failoverIps, string[] names, bool protect = false, bool keepCertificate = false)
    {
        var protection = new CustomResourceOptions { Protect = protect };

        // Each IP is moved to the load balancer. Refreshing is left to one resource below, so that it happens once.
        FailoverAttachment[] attachments =
        [
            .. failoverIps.Select(ip => new FailoverAttachment(ip, new()
            {
                ServiceName = serviceName,
                Ip = ip,
                AutoRefresh = false,
            }, protection)),
        ];

        // A change of any trigger makes the load balancer's configuration live: here, whenever an IP was moved to it anew.
        var triggers = new InputMap<string>();
        foreach (var attachment in attachments)
        {
            triggers.Add(attachment.GetResourceName(), attachment.Revision);
        }

        var live = new Refresh("live", new() { ServiceName = serviceName, Triggers = triggers });

        // The certificate is ordered once the IPs that its names point to are live.
        var certificate = new FreeCertificate("web", new()
        {
            ServiceName = serviceName,
            Fqdns = names,
            // Certificates are issued at a limited rate. Kept, the next `up` after a `destroy` finds this one and orders none.
            OnDelete = keepCertificate ? (Input<CertificateDeletion>)CertificateDeletion.Retain : null,
        }, CustomResourceOptions.Merge(protection, new CustomResourceOptions { DependsOn = { live } }));

        // What the firewall of the servers behind the load balancer must let in. The argument comes from a resource, so it is asked for
        // once
        // that is there: not in the first preview.
        var nat = GetNatIps.Invoke(new() { ServiceName = live.ServiceName });

        return new Dictionary<string, object?>
        {
            ["addresses"] = Output.All(attachments.Select(attachment => attachment.IpBlock)),
            ["certificate"] = certificate.CertificateId,
            ["expiresAt"] = certificate.ExpiresAt,
            ["firewallAllow"] = nat.Apply(result => result.Cidrs),
            ["names"] = certificate.Fqdns,
        };
    }
}
