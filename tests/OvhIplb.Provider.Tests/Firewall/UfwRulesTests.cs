using System.Collections.Immutable;
using System.Net;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.Functions.Firewall;

namespace OvhIplb.Provider.Tests.Firewall;

/// <summary>The ufw rules in force, applied from every start that a server may be in.</summary>
public sealed class UfwRulesTests
{
    private const string AllowControl = "ufw allow 8081/tcp";

    /// <summary>The rules of <see cref="Rules"/>, as ufw lists them: IPv6 last.</summary>
    private static readonly string[] Expected =
    [
        "ufw allow in on + from 203.0.113.128/27 to any port 443,8080 proto tcp comment 'ovh-iplb'",
        "ufw allow in on + from 203.0.113.64/27 to any port 443,8080 proto tcp comment 'ovh-iplb'",
        "ufw deny in on + to any port 443,8080 proto tcp comment 'ovh-iplb'",
        "ufw allow in on + from 2001:db8:5::/48 to any port 443,8080 proto tcp comment 'ovh-iplb'",
    ];

    /// <summary>What has been run before.</summary>
    public static TheoryData<string, string> Starts { get; } = new()
    {
        { "none of them", "true" },
        { "the same", Commands(Rules()) },
        { "fewer sources", Commands(Rules() with { Sources = Blocks("203.0.113.64/27") }) },
        { "sources and ports that are gone", Commands(Rules() with { Sources = Blocks("198.51.100.0/24", "2001:db8:9::/64"), Ports = [Port
            .Parse("8080")], Protocols = ["tcp", "udp"] }) },
        { "an interrupted run", string.Join('\n', UfwRules.Write(Rules() with { Ports = [Port.Parse("1-65535")] })
            .TakeWhile(static command => !command.Contains("show added", StringComparison.Ordinal))) },
        {
            "rules of earlier versions",
            """
            ufw allow proto tcp from 203.0.113.64/27 to any port 443,8080 comment 'ovh-iplb'
            ufw allow proto tcp from 198.51.100.0/24 to any port 443,8080 comment 'ovh-iplb'
            ufw deny proto tcp from any to any port 443,8080 comment 'ovh-iplb'
            """
        },
    };

    [Theory]
    [MemberData(nameof(Starts))]
    public void They_end_in_the_same_rules_wherever_they_start(string start, string commands)
    {
        using var network = Start();
        using var ufw = new UfwInstallation(network.Server);
        ufw.Shell($"{AllowControl}\n{commands}");
        ufw.Shell(Commands(Rules()));
        Assert.Equal([.. Expected[..3], AllowControl, Expected[3]], ufw.Added);
        AssertReach(network, ServerNetwork.StrangerAddresses, false);
        AssertReach(network, ServerNetwork.LoadBalancerAddresses, true);
        AssertReach(network, ServerNetwork.NewZoneAddresses, true);

        ufw.Shell(string.Join('\n', UfwRules.Uninstall(Rules())));
        Assert.True(ufw.Added is [AllowControl], start);
    }

    /// <summary>Among them the very rules that ours would be without <c>in on +</c>.</summary>
    [Theory]
    [InlineData(
        "ufw allow 8080",
        "ufw allow 443,8080/tcp",
        "ufw deny from 203.0.113.64/27 to any port 443,8080 proto tcp",
        "ufw allow 443/tcp comment 'comment ovh-iplb'")]
    [InlineData(
        "ufw reject 443,8080/tcp comment 'ovh-iplb-mail'",
        "ufw allow from 203.0.113.64/27 to any port 443,8080 proto tcp comment 'ovh-iplb 2'")]
    public void Rules_of_others_stay_and_do_not_win(params string[] theirs)
    {
        using var network = Start();
        using var ufw = new UfwInstallation(network.Server);
        ufw.Shell($"{AllowControl}\n{string.Join('\n', theirs)}");
        ufw.Shell(Commands(Rules()));
        Assert.Equal([.. Expected[..3], AllowControl, .. theirs, Expected[3]], ufw.Added);
        AssertReach(network, ServerNetwork.StrangerAddresses, false);
        AssertReach(network, ServerNetwork.LoadBalancerAddresses, true);

        ufw.Shell(string.Join('\n', UfwRules.Uninstall(Rules())));
        Assert.Equal([AllowControl, .. theirs], ufw.Added);
    }

    [Fact]
    public void Rules_of_another_name_are_those_of_others()
    {
        using var network = Start();
        using var ufw = new UfwInstallation(network.Server);
        var mail = Rules() with { Name = "ovh-iplb-mail", Ports = [Port.Parse("25")] };
        ufw.Shell($"{Commands(Rules())}\n{Commands(mail)}\n{Commands(Rules())}");
        Assert.Equal(Expected.Length, ufw.Added.Count(static line => line.EndsWith("comment 'ovh-iplb'", StringComparison.Ordinal)));
        string[] ofMail = [.. ufw.Added.Where(static line => line.EndsWith("comment 'ovh-iplb-mail'", StringComparison.Ordinal))];
        Assert.Equal(Expected.Length, ofMail.Length);
        ufw.Shell(string.Join('\n', UfwRules.Uninstall(Rules())));
        Assert.Equal(ofMail, ufw.Added);
    }

    [Fact]
    public void Where_ufw_is_inactive_they_wait_for_it_and_where_its_IPv6_is_off_they_do_without()
    {
        using var network = Start();
        using var ufw = new UfwInstallation(network.Server);
        ufw.Shell($"ufw disable\n{AllowControl}");
        ufw.IsIPv6On = false;
        ufw.Shell(Commands(Rules()));
        ufw.Shell(Commands(Rules()));
        Assert.Equal([.. Expected[..3], AllowControl], ufw.Added);
        ufw.Shell("ufw --force enable");
        AssertReach(network, ServerNetwork.StrangerAddresses[..1], false);
        AssertReach(network, ServerNetwork.LoadBalancerAddresses[..1], true);
    }

    /// <summary>So the commands say that ufw does not see them, and the documents too.</summary>
    [Fact]
    public void Ports_that_containers_publish_are_out_of_its_reach_and_the_commands_say_so()
    {
        using var network = Start();
        using var ufw = new UfwInstallation(network.Server);
        var rules = Rules() with { Ports = [Port.Parse("80")] };
        var said = ufw.Shell(Commands(rules));
        Assert.Contains("ufw does not filter ports that containers publish", said, StringComparison.Ordinal);
        Assert.True(network.OutsideReaches(ServerNetwork.StrangerAddresses[0], ServerNetwork.Published));

        // The nftables rules go with it.
        network.Server.Shell(FirewallFormat.Named("nftables").Apply(rules));
        Assert.False(network.OutsideReaches(ServerNetwork.StrangerAddresses[0], ServerNetwork.Published));
        Assert.True(network.OutsideReaches(ServerNetwork.LoadBalancerAddresses[0], ServerNetwork.Published));
    }

    private static ServerNetwork Start()
    {
        FirewallPrograms.SkipWithout("ip", "nft", "iptables", "ip6tables", "ufw");
        return new ServerNetwork();
    }

    private static string Commands(FirewallRules rules) => string.Join('\n', UfwRules.Write(rules));

    private static FirewallRules Rules() => new(
        "ovh-iplb", Blocks("203.0.113.64/27", "203.0.113.128/27", "2001:db8:5::/48"), [Port.Parse("443"), Port.Parse("8080")], ["tcp"]);

    private static ImmutableArray<IpBlock> Blocks(params string[] blocks) => [.. blocks.Select(IpBlock.Parse)];

    private static void AssertReach(ServerNetwork network, IPAddress[] sources, bool expected) => Assert.All(
        sources, source => Assert.True(
            expected == network.OutsideReaches(source, ServerNetwork.Process),
            $"{source}: expected {(expected ? "open" : "closed")}"));
}
