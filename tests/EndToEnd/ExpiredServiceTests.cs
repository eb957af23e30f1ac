using System.Text.Json;

namespace EndToEnd;

/// <summary>A stack whose load balancer has expired, or was removed after that, can be refreshed and taken down.</summary>
public sealed class ExpiredServiceTests
{
    private const string Emptied = """
        name: ovh-iplb-quickstart
        runtime: yaml
        resources: {}
        """;

    private static readonly string Program = $$"""
        name: ovh-iplb-quickstart
        runtime: yaml
        resources:
          attachment:
            type: ovh-iplb:FailoverAttachment
            properties: {serviceName: {{Quickstart.LoadBalancer}}, ip: 192.0.2.10}
          free:
            type: ovh-iplb:FreeCertificate
            properties: {serviceName: {{Quickstart.LoadBalancer}}, fqdns: [www.example.com, example.com]}
            options: {dependsOn: ["${attachment}"]}
          own:
            type: ovh-iplb:CustomCertificate
            properties:
              serviceName: {{Quickstart.LoadBalancer}}
              certificate: {{JsonSerializer.Serialize(OwnCertificate.Sample.Certificate)}}
              key: {{JsonSerializer.Serialize(OwnCertificate.Sample.Key)}}
            options: {dependsOn: ["${free}"]}
          live:
            type: ovh-iplb:Refresh
            properties: {serviceName: {{Quickstart.LoadBalancer}}, triggers: {attachment: "${attachment.revision}"} }
            options: {dependsOn: ["${own}"]}
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_is_refreshed_and_then_emptied_or_destroyed(bool isDestroyed)
    {
        await using var stack = await UpAsync();
        stack.Api.SetExpired(Quickstart.LoadBalancer, expired: true);

        var refresh = (await stack.RefreshAsync()).Succeeded().WritesNothing().Says("5 unchanged");
        foreach (var id in (string[])["/192.0.2.10/32", "/example.com,www.example.com", ""])
        {
            refresh.Says($"{Quickstart.LoadBalancer} has expired, so {Quickstart.LoadBalancer}{id} could not be looked at and its last "
                + $"known state is kept.");
        }

        refresh.Says("Renew the service in OVHcloud's control panel, or take it out of the program.");
        (await stack.PreviewAsync()).Succeeded().WritesNothing();

        (await TakeDownAsync(stack, isDestroyed)).Succeeded().Says($"{Quickstart.LoadBalancer} has expired, so ")
            .Says("What is left of it goes with the service.");
        RequireDown(stack);
        Assert.Null(stack.RouteOf("192.0.2.10/32"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_is_emptied_or_destroyed_at_once(bool isDestroyed)
    {
        await using var stack = await UpAsync();
        stack.Api.SetExpired(Quickstart.LoadBalancer, expired: true);

        (await TakeDownAsync(stack, isDestroyed)).Succeeded().Says($"{Quickstart.LoadBalancer} has expired, so ");
        RequireDown(stack);
    }

    [Fact]
    public async Task What_needs_the_load_balancer_fails_until_it_is_renewed()
    {
        await using var stack = await UpAsync();
        stack.Api.SetExpired(Quickstart.LoadBalancer, expired: true);
        stack.Yaml = Program.Replace("triggers: {", "triggers: {release: two, ", StringComparison.Ordinal);

        (await stack.PreviewAsync()).Succeeded().WritesNothing().Says("has expired");
        (await stack.UpAsync()).Failed().Says("HTTP 460")
            .Says("Renew the service in OVHcloud's control panel, or take it out of the program.");
        stack.Api.SetExpired(Quickstart.LoadBalancer, expired: false);
        (await stack.UpAsync()).Succeeded().Says("1 updated");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_load_balancer_that_was_removed_takes_its_objects_along(bool isRefreshed)
    {
        await using var stack = await UpAsync();
        stack.Api.Change(static world =>
        {
            world.LoadBalancers.RemoveAll(static balancer => balancer.ServiceName == Quickstart.LoadBalancer);
            world.Ips.Single(static ip => ip.Ip == "192.0.2.10/32").RoutedTo = null;
        });
        if (isRefreshed)
        {
            (await stack.RefreshAsync()).Succeeded().Says("3 deleted");
        }

        (await stack.DestroyAsync()).Succeeded().WritesNothing();
        Assert.Empty(stack.Resources());
    }

    private static async Task<Quickstart> UpAsync()
    {
        var stack = await Quickstart.StartAsync();
        stack.Yaml = Program;
        (await stack.UpAsync()).Succeeded();
        return stack;
    }

    /// <summary>Only the stack itself may be left.</summary>
    private static void RequireDown(Quickstart stack)
        => Assert.DoesNotContain(stack.Resources(), static resource => resource.GetProperty("custom").GetBoolean());

    private static Task<Outcome> TakeDownAsync(Quickstart stack, bool isDestroyed)
    {
        stack.Yaml = Emptied;
        return isDestroyed ? stack.DestroyAsync() : stack.UpAsync();
    }
}
