using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.Functions.Firewall;

namespace OvhIplb.Provider.Tests.Firewall;

/// <summary>The nftables and iptables rules in force: who reaches a server with processes and containers, in IPv4 and in IPv6.</summary>
public sealed class HostFirewallTests
{
    private static readonly int[] ListedPorts = [ServerNetwork.Published, ServerNetwork.Process, ServerNetwork.NodePort];

    [Theory]
    [InlineData("nftables")]
    [InlineData("iptables")]
    public void Only_the_load_balancer_reaches_processes_containers_and_node_ports(string name)
    {
        using var network = Start();
        var format = FirewallFormat.Named(name);
        AssertReach(network, ServerNetwork.StrangerAddresses, true);

        network.Server.Shell(format.Apply(Rules()));
        AssertReach(network, ServerNetwork.StrangerAddresses, false);
        AssertReach(network, ServerNetwork.LoadBalancerAddresses, true);

        network.RestartDocker();
        AssertReach(network, ServerNetwork.StrangerAddresses, false);
        AssertReach(network, ServerNetwork.LoadBalancerAddresses, true);
    }

    [Theory]
    [InlineData("nftables")]
    [InlineData("iptables")]
    public void What_the_server_and_its_containers_open_is_left_alone(string name)
    {
        using var network = Start();
        network.Server.Shell(FirewallFormat.Named(name).Apply(Rules()));
        Assert.All(ServerNetwork.ServerAddresses, own =>
        {
            var elsewhere = ServerNetwork.Of(ServerNetwork.ElsewhereAddresses, own);
            // Answers arrive at a port that is in the list.
            Assert.True(Probe.Reaches(
                network.Server,
                new(own, ServerNetwork.OwnPort),
                new(elsewhere, ServerNetwork.Published),
                ServerNetwork.PublishedToAll));
            var container = ServerNetwork.Of(ServerNetwork.ContainerAddresses, own);
            Assert.True(
                Probe.Reaches(network.Container, new(container, 0), new(elsewhere, ServerNetwork.Published), ServerNetwork.PublishedToAll));
            // The server reaches the container, and itself by any of its addresses.
            Assert.True(Probe.Reaches(
                network.Server,
                new(ServerNetwork.Of(ServerNetwork.BridgeAddresses, own), 0),
                new(container, ServerNetwork.Published),
                ServerNetwork.PublishedToAll));
            Assert.True(Probe.Reaches(network.Server, new(own, 0), new(own, ServerNetwork.Process), ServerNetwork.ProcessForAll));
        });
        Assert.True(Probe.Reaches(
            network.Server,
            new(IPAddress.Loopback, 0),
            new(IPAddress.Loopback, ServerNetwork.Process),
            ServerNetwork.ProcessForAll));
    }

    [Theory]
    [InlineData("nftables")]
    [InlineData("iptables")]
    public void A_container_is_a_stranger_to_the_ports_of_its_server_until_its_network_is_a_source(string name)
    {
        using var network = Start();
        var format = FirewallFormat.Named(name);
        network.Server.Shell(format.Apply(Rules()));
        Assert.All(ServerNetwork.ContainerAddresses, container => Assert.False(ReachesServer(container)));
        network.Server.Shell(format.Apply(Rules("172.16.0.0/12", "fd00:17::/64")));
        Assert.All(ServerNetwork.ContainerAddresses, container => Assert.True(ReachesServer(container)));

        bool ReachesServer(IPAddress container) => Probe.Reaches(
            network.Container,
            new(container, 0),
            new(ServerNetwork.Of(ServerNetwork.BridgeAddresses, container), ServerNetwork.Process),
            ServerNetwork.ProcessForAll);
    }

    [Theory]
    [InlineData("nftables")]
    [InlineData("iptables")]
    public void Applied_again_they_change_only_what_has_changed_and_cut_who_may_no_longer(string name)
    {
        using var network = Start();
        var format = FirewallFormat.Named(name);
        var rules = Rules();
        network.Server.Shell(format.Apply(rules));
        var once = network.Server.Shell(FirewallFormat.ListRules);
        network.Server.Shell(format.Apply(rules));
        Assert.Equal(once, network.Server.Shell(FirewallFormat.ListRules));

        using var open = network.Outside.Run(
            () => Probe.Open(new(ServerNetwork.LoadBalancerAddresses[0], 0), new(ServerNetwork.ServerAddresses[0], ServerNetwork.Published)));
        Assert.True(Probe.IsConnected(open, TimeSpan.FromSeconds(30)));
        using var answer = network.Publisher.Accept();
        Assert.Equal(1, ArrivedOf(network, open, answer));
        var changed = rules with { Sources = Blocks("203.0.113.128/27", "2001:db8:5:1::/64") };
        network.Server.Shell(format.Apply(changed));
        AssertReach(network, ServerNetwork.NewZoneAddresses, true);
        AssertReach(network, ServerNetwork.LoadBalancerAddresses, false);
        Assert.Equal(1, ArrivedOf(network, open, answer));

        network.Server.Shell(format.Apply(rules));
        Assert.Equal(once, network.Server.Shell(FirewallFormat.ListRules));
    }

    [Theory]
    [InlineData("nftables")]
    [InlineData("iptables")]
    public void Removed_they_leave_the_rules_of_others_as_they_were(string name)
    {
        using var network = Start();
        var format = FirewallFormat.Named(name);
        var web = Rules();
        var mail = web with { Name = $"{web.Name}-mail", Ports = [Port.Parse("25")] };
        // What iptables lists is there from now on, whether a rule needs it or not.
        network.Server.Shell("for program in iptables ip6tables; do $program -w -t mangle -N other; $program -w -t mangle -A PREROUTING "
            + "-p tcp --dport 22 -j other; done");
        network.Server.Shell(format.Apply(mail));
        var before = network.Server.Shell(FirewallFormat.ListRules);
        network.Server.Shell(format.Uninstall(web));
        Assert.Equal(before, network.Server.Shell(FirewallFormat.ListRules));

        network.Server.Shell(format.Apply(web));
        network.Server.Shell(format.Uninstall(web));
        Assert.Equal(before, network.Server.Shell(FirewallFormat.ListRules));
        AssertReach(network, ServerNetwork.StrangerAddresses, true);
    }

    [Theory]
    [InlineData("nftables")]
    [InlineData("iptables")]
    public void They_replace_what_earlier_versions_made(string name)
    {
        using var network = Start();
        var format = FirewallFormat.Named(name);
        var before = network.Server.Shell("nft list ruleset | grep '^table' | grep ovh-iplb || true; iptables -S; ip6tables -S");
        network.Server.Shell(format.ApplyEarlier(Rules()));
        Assert.True(
            network.OutsideReaches(ServerNetwork.StrangerAddresses[0], ServerNetwork.Published),
            "Earlier rules did not hold for containers.");

        network.Server.Shell(format.Apply(Rules("203.0.113.128/27", "2001:db8:5:1::/64")));
        AssertReach(network, ServerNetwork.StrangerAddresses, false);
        AssertReach(network, ServerNetwork.LoadBalancerAddresses, true);
        AssertReach(network, ServerNetwork.NewZoneAddresses, true);

        network.Server.Shell(format.Uninstall(Rules()));
        Assert.Equal(before, network.Server.Shell("nft list ruleset | grep '^table' | grep ovh-iplb || true; iptables -S; ip6tables -S"));
    }

    [Fact]
    public void Iptables_rules_open_the_ports_for_the_load_balancer_where_all_else_is_closed()
    {
        using var network = Start();
        // Let the controls in.
        network.Server.Shell($"""
            for program in iptables ip6tables; do $program -w -A INPUT -p tcp --dport {ServerNetwork.ProcessForAll} -j ACCEPT; $program -w -A INPUT -p icmpv6 -j ACCEPT; $program -w -P INPUT DROP; done
            """);
        Assert.False(network.OutsideReaches(ServerNetwork.LoadBalancerAddresses[0], ServerNetwork.Process));
        network.Server.Shell(FirewallFormat.Named("iptables").Apply(Rules()));
        AssertReach(network, ServerNetwork.LoadBalancerAddresses, true);
        AssertReach(network, ServerNetwork.StrangerAddresses, false);
    }

    [Theory]
    [InlineData("nftables", "198.51.100.1")]
    [InlineData("nftables", "198.51.100.255")]
    [InlineData("iptables", "198.51.100.1")]
    [InlineData("iptables", "198.51.100.255")]
    public void Datagrams_of_strangers_do_not_arrive_be_they_for_the_server_or_for_all(string name, string target)
    {
        using var network = Start();
        using var listed = network.Server.Run(static () => Receiver(ServerNetwork.Process));
        using var control = network.Server.Run(static () => Receiver(ServerNetwork.ProcessForAll));
        using var stranger = network.Outside.Run(static () =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { EnableBroadcast = true };
            socket.Bind(new IPEndPoint(ServerNetwork.StrangerAddresses[0], 0));
            return socket;
        });
        Assert.True(Arrives());
        network.Server.Shell(FirewallFormat.Named(name).Apply(Rules() with { Protocols = ["tcp", "udp"] }));
        Assert.False(Arrives());

        bool Arrives() => network.Outside.Run(() =>
        {
            stranger.SendTo([1], new IPEndPoint(IPAddress.Parse(target), ServerNetwork.Process));
            stranger.SendTo([1], new IPEndPoint(IPAddress.Parse(target), ServerNetwork.ProcessForAll));
            Assert.True(control.Poll(TimeSpan.FromSeconds(30), SelectMode.SelectRead));
            control.Receive(new byte[1]);
            return listed.Poll(TimeSpan.Zero, SelectMode.SelectRead) && listed.Receive(new byte[1]) == 1;
        });
    }

    private static Socket Receiver(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Any, port));
        return socket;
    }

    private static ServerNetwork Start()
    {
        FirewallPrograms.SkipWithout("ip", "nft", "iptables", "ip6tables");
        return new ServerNetwork();
    }

    private static FirewallRules Rules(params string[] more) => new(
        "ovh-iplb", FirewallSources.Of(Blocks(["203.0.113.64/27", "2001:db8:5::/64", .. more])), [.. Port.Merged(
            ServerNetwork.Listed.Select(Port.Parse))], ["tcp"]);

    private static ImmutableArray<IpBlock> Blocks(params string[] blocks) => [.. blocks.Select(IpBlock.Parse)];

    private static void AssertReach(ServerNetwork network, IPAddress[] sources, bool expected) => Assert.All(
        sources.SelectMany(static source => ListedPorts.Select(port => (Source: source, Port: port))),
        pair => Assert.True(
            expected == network.OutsideReaches(pair.Source, pair.Port),
            $"{pair.Source} to port {pair.Port}: expected {(expected ? "open" : "closed")}"));

    /// <summary>
    /// Sends a byte, and tells how many have arrived. A connection that is opened afterwards, the same way, tells when it would have.
    /// </summary>
    private static int ArrivedOf(ServerNetwork network, Socket open, Socket answer) => network.Outside.Run(() =>
    {
        open.Send([1]);
        using var follower = Probe.Open(
            new(ServerNetwork.LoadBalancerAddresses[0], 0),
            new(ServerNetwork.ServerAddresses[0], ServerNetwork.PublishedToAll));
        Assert.True(Probe.IsConnected(follower, TimeSpan.FromSeconds(30)));
        return answer.Available;
    });
}
