using OvhSimulator.Worlds;

namespace EndToEnd;

/// <summary>The example of one program for dev, staging and prod, with the settings that it has.</summary>
public sealed class EnvironmentTests
{
    private static readonly string[] Stacks = ["dev", "staging", "prod"];

    [Fact]
    public async Task One_program_serves_three_stacks_that_leave_each_other_alone()
    {
        await using var example = await StartAsync();
        foreach (var stack in Stacks)
        {
            await UpAsync(example, stack);
        }

        Assert.Equal(
            ["dev.example.com", "staging.example.com"], CertificateNames(example, DefaultWorld.OverseasLoadBalancer).Order(
                StringComparer.Ordinal));
        Assert.Equal(["example.com,www.example.com"], CertificateNames(example, DefaultWorld.LoadBalancer));
        Assert.Equal(DefaultWorld.OverseasLoadBalancer, example.RouteOf("192.0.2.130/32"));
        Assert.Equal(DefaultWorld.LoadBalancer, example.RouteOf("192.0.2.10/32"));
        Assert.Equal(DefaultWorld.LoadBalancer, example.RouteOf("192.0.2.11/32"));
        foreach (var stack in Stacks)
        {
            var again = (await UpAsync(example, stack)).WritesNothing();
            Assert.DoesNotMatch("(created|updated|replaced|deleted)", again.Output);
        }
    }

    [Fact]
    public async Task Dev_comes_and_goes_every_day_on_one_certificate()
    {
        await using var example = await StartAsync();
        var first = await UpAsync(example, "dev");
        Assert.Single(first.Writes, IsOrder);

        for (var day = 0; day < 2; day++)
        {
            (await example.DestroyAsync()).Succeeded();
            Assert.Empty(example.Resources());
            var morning = await UpAsync(example, "dev");
            Assert.DoesNotContain(morning.Writes, IsOrder);
        }
    }

    [Fact]
    public async Task Prod_is_not_destroyed()
    {
        await using var example = await StartAsync();
        await UpAsync(example, "prod");

        var destroy = (await example.DestroyAsync()).Failed().Says("because it is protected");

        Assert.DoesNotContain(
            destroy.Writes,
            static write => write.StartsWith("DELETE ", StringComparison.Ordinal) || write.EndsWith("/park", StringComparison.Ordinal));
        Assert.Equal(DefaultWorld.LoadBalancer, example.RouteOf("192.0.2.10/32"));
        Assert.Equal(1, example.Certificates());
    }

    private static Task<Quickstart> StartAsync() => Quickstart.StartAsync(program: "EnvironmentsStack", example: "environments");

    private static async Task<Outcome> UpAsync(Quickstart example, string stack)
    {
        example.Stack = stack;
        return (await example.UpAsync()).Succeeded();
    }

    private static bool IsOrder(string write) => write.EndsWith("/freeCertificate", StringComparison.Ordinal);

    private static string[] CertificateNames(Quickstart example, string loadBalancer) => example.Api.Read(world => world.LoadBalancers
        .Single(balancer => balancer.ServiceName == loadBalancer).Certificates
        .Select(static certificate => string.Join(',', certificate.San.Order(StringComparer.Ordinal))).ToArray());
}
