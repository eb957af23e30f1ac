using System.Net.Sockets;
using System.Text.RegularExpressions;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.Functions.Firewall;

namespace OvhIplb.Provider.Tests.Firewall;

/// <summary>
/// The script and the systemd units of <c>examples/firewall</c>, run on a server that is a network and a copy of <c>/etc</c>. In place of
/// <c>pulumi</c>
/// and <c>ssh</c>, which a test has not, are scripts that answer an output and that run what they are given.
/// </summary>
public sealed partial class FirewallExampleTests : IDisposable
{
    private static readonly FirewallRules Rules =
        new(
            "ovh-iplb",
            [IpBlock.Parse("203.0.113.64/27"), IpBlock.Parse("2001:db8:5::/64")],
            [.. ServerNetwork.Listed.Select(Port.Parse)],
            ["tcp"]);

    private readonly string _folder = Directory.CreateTempSubdirectory("firewall-").FullName;

    [Theory]
    [InlineData("nftables", "etc/nftables.d/ovh-iplb.nft")]
    [InlineData("iptables", "etc/ovh-iplb/iptables.sh")]
    public void Rules_are_installed_as_a_file_that_its_unit_applies_at_boot(string form, string file)
    {
        using var network = Start();
        Apply(network, form);
        AssertHold(network);
        var applied = network.Server.Shell(FirewallFormat.ListRules);
        Assert.True(File.Exists($"{_folder}/{file}"));

        Apply(network, form);
        Assert.Equal(applied, network.Server.Shell(FirewallFormat.ListRules));

        // The next boot: no rule is left but what the unit makes.
        network.Server.Shell(FirewallFormat.Named(form).Uninstall(Rules));
        Assert.True(network.OutsideReaches(ServerNetwork.StrangerAddresses[0], ServerNetwork.Published));
        var unit = File.ReadAllText($"{_folder}/etc/systemd/system/ovh-iplb-{form}.service");
        Isolated(network, StartCommand().Match(unit).Groups["command"].Value);
        AssertHold(network);
    }

    /// <summary>As in Debian's configuration of nftables, which begins with "flush ruleset".</summary>
    [Fact]
    public void The_nftables_file_can_be_included()
    {
        using var network = Start();
        Apply(network, "nftables");
        network.Server.Shell($"nft -f - <<'RULES'\nflush ruleset\ninclude \"{_folder}/etc/nftables.d/*.nft\"\nRULES\n");
        Assert.False(network.OutsideReaches(ServerNetwork.StrangerAddresses[0], ServerNetwork.Process));
        Assert.True(network.OutsideReaches(ServerNetwork.LoadBalancerAddresses[0], ServerNetwork.Process));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void AssertHold(ServerNetwork network)
    {
        Assert.All(ServerNetwork.StrangerAddresses, source => Assert.False(network.OutsideReaches(source, ServerNetwork.Published)));
        Assert.All(ServerNetwork.LoadBalancerAddresses, source => Assert.True(network.OutsideReaches(source, ServerNetwork.Published)));
    }

    private ServerNetwork Start()
    {
        FirewallPrograms.SkipWithout("ip", "nft", "iptables", "ip6tables", "unshare", "mount", "tar");
        Directory.CreateDirectory($"{_folder}/etc");
        Directory.CreateDirectory($"{_folder}/outputs");
        Write("outputs/nftables", NftablesRules.Write(Rules));
        Write("outputs/iptables", IptablesRules.Write(Rules, AddressFamily.InterNetwork));
        Write("outputs/iptablesHook", IptablesRules.Hook(Rules, "iptables"));
        Write("outputs/ip6tables", IptablesRules.Write(Rules, AddressFamily.InterNetworkV6));
        Write("outputs/ip6tablesHook", IptablesRules.Hook(Rules, "ip6tables"));
        Write("programs/pulumi", $"#!/bin/sh\n[ \"$1 $2\" = 'stack output' ] && cat \"{_folder}/outputs/$3\" && echo\n");
        Write("programs/ssh", "#!/bin/sh\nshift\nexec sh -c \"$*\"\n");
        return new ServerNetwork();
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private void Apply(ServerNetwork network, string form) =>
        Isolated(network, $"chmod +x {_folder}/programs/*\nPATH={_folder}/programs:$PATH\nexport "
            + $"PATH\n'{Repository.Root}/examples/firewall/apply' {form} root@server");

    /// <summary>What is written to <c>/etc</c> and <c>/run</c> stays with the test.</summary>
    private void Isolated(ServerNetwork network, string script) => network.Server.Shell($"""
        exec unshare --mount sh -e <<'ISOLATED'
        [ -e {_folder}/etc/passwd ] || cp -a /etc/. {_folder}/etc
        mount --bind {_folder}/etc /etc
        mount -t tmpfs none /run
        {script}
        ISOLATED
        """);

    [GeneratedRegex("^ExecStart=(?<command>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex StartCommand();
}
