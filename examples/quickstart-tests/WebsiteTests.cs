using System.Collections.Immutable;
using Moq;
using OvhIplb.Components;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace QuickstartStack.Tests;

/// <summary>What the quickstart declares, with mocks in place of the engine and the plugin.</summary>
public sealed class WebsiteTests
{
    private const string LoadBalancer = "loadbalancer-0123456789abcdef";

    [Fact]
    public async Task Every_ip_is_attached_and_left_to_one_refresh()
    {
        var cloud = new Cloud();

        (var resources, _) = await DeclareAsync(cloud);

        Assert.Equal(["192.0.2.10", "192.0.2.11"], cloud.OfType("FailoverAttachment").Select(args => (string)args.Inputs["ip"]).Order());
        Assert.All(cloud.OfType("FailoverAttachment"), args =>
        {
            Assert.Equal(LoadBalancer, args.Inputs["serviceName"]);
            Assert.Equal(false, args.Inputs["autoRefresh"]);
        });
        Assert.Single(resources.OfType<Refresh>());
    }

    [Fact]
    public async Task The_refresh_follows_each_move()
    {
        var cloud = new Cloud();

        await DeclareAsync(cloud);

        var triggers = (ImmutableDictionary<string, object>)cloud.Declared["live"].Inputs["triggers"];
        Assert.Equal(
            new Dictionary<string, object> { ["192.0.2.10"] = "moved 192.0.2.10", ["192.0.2.11"] = "moved 192.0.2.11" },
            triggers.ToDictionary());
    }

    [Fact]
    public async Task One_certificate_is_for_all_names()
    {
        var cloud = new Cloud();

        await DeclareAsync(cloud);

        var certificate = Assert.Single(cloud.OfType("FreeCertificate"));
        Assert.Equal(["www.example.com", "example.com"], (ImmutableArray<object>)certificate.Inputs["fqdns"]);
        Assert.DoesNotContain("onDelete", certificate.Inputs.Keys);
    }

    [Fact]
    public async Task A_certificate_that_is_kept_says_so()
    {
        var cloud = new Cloud();

        await DeclareAsync(cloud, keepCertificate: true);

        Assert.Equal("retain", cloud.Declared["web"].Inputs["onDelete"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ips_and_certificate_are_protected_where_it_is_asked_for(bool protect)
    {
        Observed.Protected.Value = [];
        Observed.Protect.Value = protect;

        await Deployment.TestAsync<Observed>(new Cloud().Mocks.Object);

        IEnumerable<string> expected = protect ? ["192.0.2.10", "web"] : [];
        Assert.Equal(expected, Observed.Protected.Value!.Order());
    }

    [Fact]
    public async Task The_outputs_say_what_there_is()
    {
        var cloud = new Cloud();

        (_, var outputs) = await DeclareAsync(cloud);

        Assert.Equal(["addresses", "certificate", "expiresAt", "firewallAllow", "names"], outputs.Keys.Order());
        Assert.Equal(["192.0.2.10/32", "192.0.2.11/32"], await ValueAsync<ImmutableArray<string>>(outputs["addresses"]));
        Assert.Equal(42, await ValueAsync<int?>(outputs["certificate"]));
        Assert.Equal(["203.0.113.64/27"], await ValueAsync<ImmutableArray<string>>(outputs["firewallAllow"]));
    }

    [Fact]
    public async Task The_firewall_is_asked_about_for_this_load_balancer()
    {
        var cloud = new Cloud();

        await DeclareAsync(cloud);

        cloud.Mocks.Verify(
            mocks => mocks.CallAsync(
                It.Is<MockCallArgs>(args => args.Token == "ovh-iplb:index:getNatIps" && LoadBalancer.Equals(args.Args["serviceName"]))),
            Times.Once);
    }

    [Fact]
    public async Task A_preview_knows_the_addresses_and_not_yet_the_moves()
    {
        var cloud = new Cloud { IsPreview = true };

        (_, var outputs) = await DeclareAsync(cloud);

        // What holds something unknown is unknown as a whole to the mocks.
        Assert.DoesNotContain("triggers", cloud.Declared["live"].Inputs.Keys);
        Assert.Equal(["192.0.2.10/32", "192.0.2.11/32"], await ValueAsync<ImmutableArray<string>>(outputs["addresses"]));
        Assert.Null(await ValueAsync<int?>(outputs["certificate"]));

        // Nothing is asked about a resource that is still to be created.
        Assert.False(await OutputUtilities.GetIsKnownAsync((Output<ImmutableArray<string>>)outputs["firewallAllow"]!));
        cloud.Mocks.Verify(mocks => mocks.CallAsync(It.IsAny<MockCallArgs>()), Times.Never);
    }

    private static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> DeclareAsync(
        Cloud cloud,
        bool keepCertificate = false)
        => Deployment.TestAsync(
            cloud.Mocks.Object,
            new TestOptions { IsPreview = cloud.IsPreview },
            () => Website.Declare(
                LoadBalancer,
                ["192.0.2.10", "192.0.2.11"],
                ["www.example.com", "example.com"],
                keepCertificate: keepCertificate));

    private static Task<T> ValueAsync<T>(object? output) => OutputUtilities.GetValueAsync((Output<T>)output!);

    /// <summary>Options reach no mock; a transformation sees them.</summary>
    private sealed class Observed : Stack
    {
        public static readonly AsyncLocal<bool> Protect = new();

        public static readonly AsyncLocal<List<string>?> Protected = new();

        public Observed()
            : base(new StackOptions { ResourceTransformations = { Observe } })
            => Website.Declare(LoadBalancer, ["192.0.2.10"], ["www.example.com"], Protect.Value);

        private static ResourceTransformationResult? Observe(ResourceTransformationArgs args)
        {
            if (args.Options.Protect == true)
            {
                Protected.Value!.Add(args.Resource.GetResourceName());
            }

            return null;
        }
    }
}
