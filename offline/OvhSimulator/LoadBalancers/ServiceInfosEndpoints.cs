using OvhSimulator.Http;
using OvhSimulator.Worlds;

namespace OvhSimulator.LoadBalancers;

/// <summary>serviceInfos of a load balancer: what is billed. A service here runs month by month.</summary>
internal static class ServiceInfosEndpoints
{
    private const string Path = $"{LoadBalancerEndpoints.Service}/serviceInfos";

    public static void Map(Routes routes)
    {
        routes.Get(Path, "loadbalancer:apiovh:serviceInfos/get", call => Answer(call.World, LoadBalancerEndpoints.Find(call)));
        routes.Put(Path, "loadbalancer:apiovh:serviceInfos/edit", call =>
        {
            var renew = LoadBalancerEndpoints.Find(call).Renew;
            if (call.Body.Object("renew") is { } given)
            {
                bool automatic = given.Boolean("automatic") ?? renew.Automatic, delete = given.Boolean("deleteAtExpiration")
                    ?? renew.DeleteAtExpiration;
                var manual = given.Boolean("manualPayment") ?? renew.ManualPayment;
                var period = given.Long("period") ?? renew.Period;
                (renew.Automatic, renew.DeleteAtExpiration, renew.ManualPayment, renew.Period) = (automatic, delete, manual, period);
            }
        });
    }

    private static object Answer(World world, LoadBalancer loadBalancer)
    {
        var contact = world.Account.Nichandle;
        return new
        {
            CanDeleteAtExpiration = true,
            ContactAdmin = contact,
            ContactBilling = contact,
            ContactTech = contact,
            Creation = DateOnly.FromDateTime(loadBalancer.Creation.UtcDateTime),
            Domain = loadBalancer.ServiceName,
            EngagedUpTo = (DateOnly?)null,
            Expiration = new DateOnly(world.Now.Year, world.Now.Month, 1).AddMonths(1),
            PossibleRenewPeriod = new[] { 1 },
            loadBalancer.Renew,
            RenewalType = "automaticV2016",
            ServiceId = (long)(world.Identifiers.Mix(loadBalancer.ServiceName, 0) % 100_000_000),
            Status = "ok",
        };
    }
}
