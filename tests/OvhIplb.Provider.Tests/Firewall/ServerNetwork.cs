using System.Net;
using System.Net.Sockets;

namespace OvhIplb.Provider.Tests.Firewall;

/// <summary>
/// A server between the outside and a container, as Docker and kube-proxy arrange it: both publish ports of the container by DNAT. The
/// outside has the
/// address of a load balancer, that of a stranger, and that of another server.
/// </summary>
internal sealed class ServerNetwork : IDisposable
{
    /// <summary>Port of the container, published by Docker.</summary>
    public const int Published = 80;

    /// <summary>Port of a process of the server.</summary>
    public const int Process = 8080;

    /// <summary>Port of the container, published by kube-proxy.</summary>
    public const int NodePort = 30080;

    /// <summary>As the others, but in no list of rules.</summary>
    public const int PublishedToAll = 81, ProcessForAll = 8081, NodePortForAll = 29081;

    /// <summary>
    /// All of the above that a list of rules has, and the ports from which <see cref="OwnPort"/> and containers open connections.
    /// </summary>
    public static readonly string[] Listed = ["80", "8080", "30000-32767", "40000-40999"];

    /// <summary>A port from which the server itself opens a connection, in the list.</summary>
    public const int OwnPort = 40500;

    private const string DockerStops =
        "for program in iptables ip6tables; do $program -w -t nat -F; $program -w -t nat -X; $program -w -F FORWARD; done\n";

    private readonly List<IDisposable> _sockets = [];

    public ServerNetwork()
    {
        FirewallPrograms.SkipUnlessTaken(Outside, "true");
        FirewallPrograms.SkipUnlessTaken(Container, "true");
        FirewallPrograms.SkipUnlessTaken(Server, $"""
            ip link set lo up
            ip link add eth0 type veth peer name eth0 netns {Outside.Path}
            ip link add docker0 type veth peer name eth0 netns {Container.Path}
            ip address add 198.51.100.1/24 dev eth0
            ip address add 2001:db8:9::1/64 dev eth0 nodad
            ip address add 172.17.0.1/16 dev docker0
            ip address add fd00:17::1/64 dev docker0 nodad
            ip link set eth0 up
            ip link set docker0 up
            ip route add 203.0.113.0/24 dev eth0
            ip route add 2001:db8:5::/48 dev eth0
            echo 1 >/proc/sys/net/ipv4/ip_forward
            echo 1 >/proc/sys/net/ipv6/conf/all/forwarding
            nft -f - <<'KUBEPROXY'
            table inet kube-proxy {"{"}
              chain prerouting {"{"}
                type nat hook prerouting priority dstnat;
                fib daddr type local meta nfproto ipv4 tcp dport {NodePort} dnat ip to {ContainerAddresses[0]}:{Published}
                fib daddr type local meta nfproto ipv6 tcp dport {NodePort} dnat ip6 to [{ContainerAddresses[1]}]:{Published}
                fib daddr type local meta nfproto ipv4 tcp dport {NodePortForAll} dnat ip to {ContainerAddresses[0]}:{PublishedToAll}
                fib daddr type local meta nfproto ipv6 tcp dport {NodePortForAll} dnat ip6 to [{ContainerAddresses[1]}]:{PublishedToAll}
              {"}"}
            {"}"}
            KUBEPROXY
            iptables -w -P FORWARD DROP
            ip6tables -w -P FORWARD DROP
            {DockerStarts}
            """);
        Outside.Shell("""
            ip link set lo up
            ip link set eth0 up
            ip address add 198.51.100.9/24 dev eth0
            ip address add 198.51.100.80/24 dev eth0
            ip address add 203.0.113.65/24 dev eth0
            ip address add 203.0.113.129/24 dev eth0
            ip address add 2001:db8:9::9/64 dev eth0 nodad
            ip address add 2001:db8:9::80/64 dev eth0 nodad
            ip address add 2001:db8:5::1/64 dev eth0 nodad
            ip address add 2001:db8:5:1::1/64 dev eth0 nodad
            """);
        Container.Shell("""
            ip link set lo up
            ip link set eth0 up
            ip address add 172.17.0.2/16 dev eth0
            ip address add fd00:17::2/64 dev eth0 nodad
            ip route add default via 172.17.0.1
            ip -6 route add default via fd00:17::1
            """);
        Listen(Server, Process);
        Listen(Server, ProcessForAll);
        Publisher = Listen(Container, Published);
        Listen(Container, PublishedToAll);
        Listen(Outside, Published);
        Listen(Outside, PublishedToAll);
    }

    public NetworkNamespace Outside { get; } = new();

    public NetworkNamespace Server { get; } = new();

    public NetworkNamespace Container { get; } = new();

    /// <summary>Waits in the container at <see cref="Published"/>.</summary>
    public Socket Publisher { get; }

    /// <summary>Each in IPv4 and in IPv6.</summary>
    public static readonly IPAddress[]
        ServerAddresses = Parse("198.51.100.1", "2001:db8:9::1"),
        ContainerAddresses = Parse("172.17.0.2", "fd00:17::2"),
        BridgeAddresses = Parse("172.17.0.1", "fd00:17::1"),
        ElsewhereAddresses = Parse("198.51.100.80", "2001:db8:9::80"),
        StrangerAddresses = Parse("198.51.100.9", "2001:db8:9::9"),
        LoadBalancerAddresses = Parse("203.0.113.65", "2001:db8:5::1"),
        NewZoneAddresses = Parse("203.0.113.129", "2001:db8:5:1::1");

    private static string DockerStarts => string.Join('\n', ContainerAddresses.Select(static container =>
    {
        var isIPv4 = container.AddressFamily == AddressFamily.InterNetwork;
        var program = isIPv4 ? "iptables -w" : "ip6tables -w";
        var target = isIPv4 ? $"{container}" : $"[{container}]";
        return $"""
            {program} -t nat -N DOCKER
            {program} -t nat -A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
            {program} -t nat -A POSTROUTING -s {container} ! -o docker0 -p tcp -j MASQUERADE --to-ports 40000-40499
            {program} -t nat -A DOCKER ! -i docker0 -p tcp --dport {Published} -j DNAT --to-destination {target}:{Published}
            {program} -t nat -A DOCKER ! -i docker0 -p tcp --dport {PublishedToAll} -j DNAT --to-destination {target}:{PublishedToAll}
            {program} -A FORWARD -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
            {program} -A FORWARD -i docker0 ! -o docker0 -j ACCEPT
            {program} -A FORWARD ! -i docker0 -o docker0 -d {container} -p tcp -m multiport --dports {Published},{PublishedToAll} -j ACCEPT
            """;
    }));

    /// <summary>
    /// Whether an address of the outside reaches a port of the server, be it a process or the container that answers there.
    /// </summary>
    public bool OutsideReaches(IPAddress source, int port) => Probe.Reaches(
        Outside,
        new IPEndPoint(source, 0),
        new IPEndPoint(Of(ServerAddresses, source), port),
        port switch { Published => PublishedToAll, NodePort => NodePortForAll, _ => ProcessForAll });

    /// <summary>The one of two addresses that is of the same family as another.</summary>
    public static IPAddress Of(IPAddress[] addresses, IPAddress other)
        => addresses.Single(address => address.AddressFamily == other.AddressFamily);

    /// <summary>Docker makes its rules anew.</summary>
    public void RestartDocker() => Server.Shell(DockerStops + DockerStarts);

    public void Dispose()
    {
        _sockets.ForEach(static socket => socket.Dispose());
        Outside.Dispose();
        Server.Dispose();
        Container.Dispose();
    }

    private static IPAddress[] Parse(params string[] addresses) => [.. addresses.Select(IPAddress.Parse)];

    private Socket Listen(NetworkNamespace network, int port) => network.Run(() =>
    {
        var listener = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = true };
        _sockets.Add(listener);
        listener.Bind(new IPEndPoint(IPAddress.IPv6Any, port));
        listener.Listen(1000);
        return listener;
    });
}
