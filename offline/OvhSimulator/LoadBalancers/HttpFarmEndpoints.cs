using OvhSimulator.Http;

namespace OvhSimulator.LoadBalancers;

/// <summary>http/farm and definedFarms: the farms that frontends can lead to. They can be read, not edited, and have no servers.</summary>
internal static class HttpFarmEndpoints
{
    private const string Farms = $"{LoadBalancerEndpoints.Service}/http/farm";

    public static void Map(Routes routes)
    {
        routes.Get($"{LoadBalancerEndpoints.Service}/definedFarms", "loadbalancer:apiovh:definedFarms/get", call =>
            InNetwork(call).Select(id => new { Type = "http", Id = id }));
        routes.Get(
            Farms,
            "loadbalancer:apiovh:http/farm/get",
            call => InNetwork(call).Where(_ => Filters.Is(call.Query("zone"), ZoneNames.All)));
        routes.Get($"{Farms}/{{farmId}}", "loadbalancer:apiovh:http/farm/get", call =>
        {
            var id = call.Number("farmId");
            return LoadBalancerEndpoints.Find(call).HttpFarms.Contains(id) ? Answer(id) : throw ApiException.NoSuchObject();
        });
    }

    /// <summary>No farm of this world is in a vRack, so a filter for one of its networks finds none.</summary>
    private static IEnumerable<long> InNetwork(Call call)
        => LoadBalancerEndpoints.Find(call).HttpFarms.Where(_ => call.Query("vrackNetworkId") is null);

    private static object Answer(long id) => new
    {
        FarmId = id,
        Zone = ZoneNames.All,
        Balance = (string?)null,
        DisplayName = (string?)null,
        Port = (long?)null,
        Probe = (object?)null,
        Stickiness = (string?)null,
        VrackNetworkId = (long?)null,
    };
}
