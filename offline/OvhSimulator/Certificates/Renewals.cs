using OvhSimulator.Worlds;

namespace OvhSimulator.Certificates;

/// <summary>Replacing free certificates before they expire, while their names still lead to the load balancer.</summary>
internal static class Renewals
{
    public static void Try(World world, Certificate certificate)
    {
        var loadBalancer = world.LoadBalancers.Find(l => l.Certificates.Contains(certificate))!;
        if (!Routing.LeadsTo(world, loadBalancer, certificate.San))
        {
            var next = world.Now + world.Durations.RenewalRetry;
            certificate.Due = next < certificate.ExpireDate ? next : null;
            return;
        }
        if (world.Knobs.RenewalChangesNumber)
        {
            var old = certificate.Id;
            certificate.Id = world.Identifiers.Next("certificate");
            loadBalancer.ReplaceDefaultCertificate(old, certificate.Id);
        }
        if (world.Knobs.RenewalDropsDisplayName)
        {
            certificate.DisplayName = null;
        }
        certificate.Take(Issue.Next(world));
        if (world.Knobs.CertificateRaisesPendingChanges)
        {
            loadBalancer.RaisePendingChanges(LoadBalancers.ZoneNames.All);
        }
    }
}
