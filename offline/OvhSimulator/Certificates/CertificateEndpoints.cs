using OvhSimulator.Http;
using OvhSimulator.LoadBalancers;
using OvhSimulator.Worlds;

namespace OvhSimulator.Certificates;

/// <summary>freeCertificate and ssl of a load balancer.</summary>
internal static class CertificateEndpoints
{
    private const string Service = LoadBalancerEndpoints.Service;

    public static void Map(Routes routes)
    {
        routes.Post($"{Service}/freeCertificate", "loadbalancer:apiovh:freeCertificate/order", call =>
            RefreshEndpoints.Answer(
                call.World,
                Orders.Start(call.World, LoadBalancerEndpoints.Find(call), call.Body.RequiredStrings("fqdn"))));
        routes.Post($"{Service}/ssl", "loadbalancer:apiovh:ssl/create", call =>
        {
            var loadBalancer = LoadBalancerEndpoints.Find(call);
            return Answer(call.World, loadBalancer, Uploads.Install(call.World, loadBalancer, call.Body));
        });
        routes.Get($"{Service}/ssl", "loadbalancer:apiovh:ssl/get", call =>
        {
            var loadBalancer = LoadBalancerEndpoints.Find(call);
            string? type = call.Query("type"), fingerprint = call.Query("fingerprint"), serial = call.Query("serial");
            var expiresBefore = call.QueryDate("expireDate");
            return loadBalancer.Certificates
                .Where(c => Filters.Is(type, Type(call.World, loadBalancer, c))
                    && Filters.Like(fingerprint, c.Fingerprint)
                    && Filters.Like(serial, c.Serial)
                    && (expiresBefore is null || c.ExpireDate < expiresBefore))
                .Select(c => c.Id);
        });
        routes.Get(
            $"{Service}/ssl/{{id}}",
            "loadbalancer:apiovh:ssl/get",
            call => Answer(call.World, LoadBalancerEndpoints.Find(call), Find(call)));
        routes.Put($"{Service}/ssl/{{id}}", "loadbalancer:apiovh:ssl/edit", call =>
        {
            var certificate = Find(call);
            if (call.Body.Has("displayName"))
            {
                certificate.DisplayName = call.Body.String("displayName");
            }
        });
        routes.Delete($"{Service}/ssl/{{id}}", "loadbalancer:apiovh:ssl/delete", Delete);
    }

    private static void Delete(Call call)
    {
        var loadBalancer = LoadBalancerEndpoints.Find(call);
        var certificate = Find(call);
        if (certificate.IsOrdered && call.World.Knobs.RefuseDeleteOfBuiltCertificate)
        {
            throw ApiException.Forbidden($"The certificate {certificate.Id} was ordered and can not be deleted");
        }
        if (!call.World.Knobs.AllowDeleteOfUsedCertificate
            && loadBalancer.HttpFrontends.Find(f => f.DefaultSslId == certificate.Id) is { } user)
        {
            throw ApiException.BadRequest($"The certificate {certificate.Id} is used by the frontend {user.FrontendId}");
        }
        loadBalancer.Certificates.Remove(certificate);
        loadBalancer.ReplaceDefaultCertificate(certificate.Id, null);
        loadBalancer.RaisePendingChanges(ZoneNames.All);
    }

    private static Certificate Find(Call call)
    {
        var id = call.Number("id");
        return LoadBalancerEndpoints.Find(call).Certificates.Find(c => c.Id == id) ?? throw ApiException.NoSuchObject();
    }

    private static string? Type(World world, LoadBalancer loadBalancer, Certificate certificate) =>
        world.Knobs.CertificateTypeIsNull ? null
        : !certificate.IsOrdered ? "custom"
        : Routing.LeadsTo(world, loadBalancer, certificate.San) ? "built" : "built_not_routed";

    private static object Answer(World world, LoadBalancer loadBalancer, Certificate certificate) => new
    {
        certificate.Id,
        certificate.DisplayName,
        Type = Type(world, loadBalancer, certificate),
        certificate.Fingerprint,
        certificate.Serial,
        certificate.Subject,
        certificate.San,
        certificate.ExpireDate,
    };
}
