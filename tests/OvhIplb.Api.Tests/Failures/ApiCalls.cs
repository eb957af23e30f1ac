using OvhIplb.Api.Certificates;
using OvhIplb.Api.IpBlocks;
using OvhSimulator.Worlds;
using static OvhIplb.Api.Tests.Failures.Bench;

namespace OvhIplb.Api.Tests.Failures;

/// <summary>Every call of the client.</summary>
internal static class ApiCalls
{
    public const string Uploading = "POST /ipLoadbalancing/{serviceName}/ssl";

    private const string Service = DefaultWorld.LoadBalancer;
    private const string ServicePath = $"/ipLoadbalancing/{Service}";
    private const string IpPath = "/ip/192.0.2.10%2F32";

    private static readonly IpBlock Parked = IpBlock.Parse("192.0.2.10");
    private static readonly IpBlock Routed = IpBlock.Parse("192.0.2.12");

    public static IReadOnlyList<ApiCall> All { get; } =
    [
        new("GET /auth/time", "/auth/time", static (client, token) => client.Authentication.GetTimeAsync(token)),
        new("GET /auth/details", "/auth/details", static (client, token) => client.Authentication.GetDetailsAsync(token)),
        new("GET /ip", "/ip", static (client, token) => client.Ips.ListAsync(token)),
        OfIp("GET", "", static (client, token) => client.Ips.GetAsync(Parked, token)),
        OfIp("GET", "/move", static (client, token) => client.Ips.GetMoveDestinationsAsync(Parked, token)),
        OfIp(
            "POST",
            "/move",
            static (client, token) => client.Ips.MoveAsync(Parked, Service, token),
            static world => Ip(world, "192.0.2.10/32").Tasks.Count - 1),
        new("POST /ip/{ip}/park", "/ip/192.0.2.12%2F32/park", static (client, token) => client.Ips.ParkAsync(Routed, token))
        {
            Effects = static world => Ip(world, "192.0.2.12/32").Tasks.Count,
        },
        OfIp("GET", "/task", static (client, token) => client.Ips.ListTasksAsync(Parked, null, null, token)),
        OfIp("GET", "/task/{taskId}", static (client, token) => client.Ips.GetTaskAsync(Parked, TaskId, token)),
        OfService("GET", "", static (client, token) => client.LoadBalancers.GetAsync(Service, token)),
        OfService("GET", "/failover", static (client, token) => client.LoadBalancers.GetFailoversAsync(Service, token)),
        OfService("GET", "/natIp", static (client, token) => client.LoadBalancers.GetNatIpsAsync(Service, token)),
        OfService("GET", "/instancesState", static (client, token) => client.LoadBalancers.GetInstancesStateAsync(Service, token)),
        OfService("GET", "/status", static (client, token) => client.LoadBalancers.GetStatusAsync(Service, token)),
        OfService("GET", "/zone", static (client, token) => client.LoadBalancers.GetZonesAsync(Service, token)),
        OfService("GET", "/pendingChanges", static (client, token) => client.LoadBalancers.GetPendingChangesAsync(Service, token)),
        OfService("GET", "/definedFrontends", static (client, token) => client.LoadBalancers.GetDefinedFrontendsAsync(Service, token)),
        OfService("POST", "/refresh", static (client, token) => client.LoadBalancers.RefreshAsync(Service, null, token), Tasks),
        OfService("GET", "/task", static (client, token) => client.LoadBalancers.ListTasksAsync(Service, null, null, token)),
        OfService("GET", "/task/{id}", static (client, token) => client.LoadBalancers.GetTaskAsync(Service, TaskId, token)),
        OfService(
            "POST",
            "/freeCertificate",
            static (client, token) => client.Certificates.OrderFreeAsync(Service, ["www.example.com"], token),
            Tasks),
        OfService("GET", "/ssl", static (client, token) => client.Certificates.ListAsync(Service, CertificateFilter.All, token)),
        OfService(
            "POST",
            "/ssl",
            static (client, token) => client.Certificates.UploadAsync(Service, Upload, token),
            static world => Balancer(world).Certificates.Count - 1),
        OfService("GET", "/ssl/{id}", static (client, token) => client.Certificates.GetAsync(Service, CertificateId, token)),
        OfService(
            "PUT",
            "/ssl/{id}",
            static (client, token) => client.Certificates.RenameAsync(Service, CertificateId, "shop", token),
            static world => Balancer(world).Certificates.Count(certificate => certificate.DisplayName == "shop")),
        OfService(
            "DELETE",
            "/ssl/{id}",
            static (client, token) => client.Certificates.DeleteAsync(Service, CertificateId, token),
            static world => 1 - Balancer(world).Certificates.Count),
    ];

    private static OvhSimulator.Ips.IpBlock Ip(World world, string ip) => world.Ips.Find(block => block.Ip == ip)!;

    private static OvhSimulator.LoadBalancers.LoadBalancer Balancer(World world)
        => world.LoadBalancers.Find(balancer => balancer.ServiceName == Service)!;

    /// <summary>One is there from the start.</summary>
    private static int Tasks(World world) => Balancer(world).Tasks.Count - 1;

    private static ApiCall OfIp(string method, string path, Func<OvhClient, CancellationToken, Task> send, Func<World, int>? effects = null)
        => new($"{method} /ip/{{ip}}{path}", $"{IpPath}{Filled(path)}", send) { Effects = effects };

    private static ApiCall OfService(
        string method,
        string path,
        Func<OvhClient, CancellationToken, Task> send,
        Func<World, int>? effects = null)
        => new($"{method} /ipLoadbalancing/{{serviceName}}{path}", $"{ServicePath}{Filled(path)}", send) { Effects = effects };

    private static string Filled(string path) => path
        .Replace("/ssl/{id}", $"/ssl/{CertificateId}", StringComparison.Ordinal)
        .Replace("{id}", $"{TaskId}", StringComparison.Ordinal)
        .Replace("{taskId}", $"{TaskId}", StringComparison.Ordinal);
}
