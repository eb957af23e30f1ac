using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Functions;

/// <summary>Rules for the firewall of the servers: what they say, and that the firewalls themselves take them.</summary>
public sealed class FirewallTests
{
    /// <summary>What a machine says that does not let its firewall be touched, or has none in its kernel.</summary>
    private static readonly string[] Obstacles =
        ["Operation not permitted", "Permission denied", "Protocol not supported", "can't initialize", "do you need to insmod", "cache initialization failed"];

    [Fact]
    public async Task They_let_the_load_balancer_in_and_nobody_else_at_these_ports()
    {
        await using var deployment = await Deployment.StartAsync();
        var rules = await AskAsync(deployment, """ "ports": ["443", "80"] """);
        Assert.Equal(["203.0.113.64/27", "203.0.113.96/27"], Texts(rules, "cidrs"));
        Assert.Equal(
            """
            add table inet ovh-iplb
            delete table inet ovh-iplb
            table inet ovh-iplb {
              set sources4 {
                type ipv4_addr; flags interval;
                elements = { 203.0.113.64/27, 203.0.113.96/27 }
              }
              set sources6 {
                type ipv6_addr; flags interval;
              }
              chain ports {
                iifname "lo" accept
                ct direction reply accept
                ip saddr @sources4 accept
                ip6 saddr @sources6 accept
                tcp dport { 80, 443 } drop
              }
              chain prerouting {
                type filter hook prerouting priority mangle;
                fib daddr type local jump ports
              }
              chain input {
                type filter hook input priority filter;
                jump ports
              }
            }

            """,
            rules.Text("nftables"));
        Assert.Equal("add table inet ovh-iplb\ndelete table inet ovh-iplb\n", rules.Text("nftablesUninstall"));
        Assert.Equal(
            """
            *mangle
            :ovh-iplb - [0:0]
            -A ovh-iplb -i lo -j RETURN
            -A ovh-iplb -m conntrack --ctdir REPLY -j RETURN
            -A ovh-iplb -m addrtype ! --dst-type LOCAL -j RETURN
            -A ovh-iplb -s 203.0.113.64/27 -j RETURN
            -A ovh-iplb -s 203.0.113.96/27 -j RETURN
            -A ovh-iplb -p tcp -m multiport --dports 80,443 -j DROP
            COMMIT
            *filter
            :ovh-iplb - [0:0]
            -A ovh-iplb -m conntrack --ctdir REPLY -j RETURN
            -A ovh-iplb -i lo -p tcp -m multiport --dports 80,443 -j ACCEPT
            -A ovh-iplb -s 203.0.113.64/27 -p tcp -m multiport --dports 80,443 -j ACCEPT
            -A ovh-iplb -s 203.0.113.96/27 -p tcp -m multiport --dports 80,443 -j ACCEPT
            -A ovh-iplb -p tcp -m multiport --dports 80,443 -j DROP
            COMMIT

            """,
            rules.Text("iptables"));
        Assert.Equal(
            """
            *mangle
            :ovh-iplb - [0:0]
            -A ovh-iplb -i lo -j RETURN
            -A ovh-iplb -m conntrack --ctdir REPLY -j RETURN
            -A ovh-iplb -m addrtype ! --dst-type LOCAL -j RETURN
            -A ovh-iplb -p tcp -m multiport --dports 80,443 -j DROP
            COMMIT
            *filter
            :ovh-iplb - [0:0]
            -A ovh-iplb -m conntrack --ctdir REPLY -j RETURN
            -A ovh-iplb -i lo -p tcp -m multiport --dports 80,443 -j ACCEPT
            -A ovh-iplb -p tcp -m multiport --dports 80,443 -j DROP
            COMMIT

            """,
            rules.Text("ip6tables"));
        foreach (var program in (string[])["iptables", "ip6tables"])
        {
            Assert.Equal(
                $"{program} -w -t mangle -C PREROUTING -j ovh-iplb 2>/dev/null || {program} -w -t mangle -I PREROUTING -j ovh-iplb\n"
                + $"{program} -w -t filter -C INPUT -j ovh-iplb 2>/dev/null || {program} -w -t filter -I INPUT -j ovh-iplb",
                rules.Text($"{program}Hook"));
            Assert.StartsWith(
                $"while {program} -w -t mangle -D PREROUTING -j ovh-iplb 2>/dev/null; do :; done\n",
                rules.Text($"{program}Uninstall"),
                StringComparison.Ordinal);
        }

        Assert.Equal(
            [
                "set -e",
                "echo 'ovh-iplb: ufw does not filter ports that containers publish (Docker, Podman, Kubernetes): on a host with "
                    + "containers use the nftables or iptables rules' >&2",
                "ufw prepend deny in on + proto tcp from any port 1:65535 to any port 80,443 comment 'ovh-iplb'",
                """ufw show added | sed -nE "/from any port 1:65535 /d; s/^ufw ((allow|deny) .*comment 'ovh-iplb')\$/ufw delete \1/p" | sh -e""",
                "ufw prepend deny in on + proto tcp from any to any port 80,443 comment 'ovh-iplb'",
                "ufw prepend allow in on + proto tcp from 203.0.113.96/27 to any port 80,443 comment 'ovh-iplb'",
                "ufw prepend allow in on + proto tcp from 203.0.113.64/27 to any port 80,443 comment 'ovh-iplb'",
                """ufw show added | sed -nE "/from any port 1:65535 /s/^ufw ((allow|deny) .*comment 'ovh-iplb')\$/ufw delete \1/p" | sh -e""",
            ],
            Texts(rules, "ufw"));
        Assert.Equal(
            ["""ufw show added | sed -nE "s/^ufw ((allow|deny) .*comment 'ovh-iplb')\$/ufw delete \1/p" | sh -e"""],
            Texts(rules, "ufwUninstall"));
    }

    [Fact]
    public async Task Others_are_let_in_where_they_are_named_each_in_the_firewall_of_its_kind()
    {
        await using var deployment = await Deployment.StartAsync();
        var rules = await AskAsync(
            deployment,
            """ "ports": ["53"], "protocols": ["udp", "tcp"], "alsoFrom": ["2001:db8:5::/64", "198.51.100.7"], "name": "dns" """);
        Assert.Equal(["198.51.100.7/32", "2001:db8:5::/64", "203.0.113.64/27", "203.0.113.96/27"], Texts(rules, "cidrs"));
        Assert.Contains("-A ovh-iplb-dns -s 2001:db8:5::/64 -j RETURN", rules.Text("ip6tables"), StringComparison.Ordinal);
        Assert.DoesNotContain("2001:db8", rules.Text("iptables"), StringComparison.Ordinal);
        Assert.DoesNotContain("198.51.100.7", rules.Text("ip6tables"), StringComparison.Ordinal);
        Assert.Contains("table inet ovh-iplb-dns {", rules.Text("nftables"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_in_one_source_only_and_an_IPv4_address_in_IPv4()
    {
        await using var deployment = await Deployment.StartAsync();
        var rules = await AskAsync(
            deployment,
            """ "ports": ["443"], "alsoFrom": ["::ffff:203.0.113.70", "203.0.113.96/28", "198.51.100.7", "198.51.100.7/32"] """);
        Assert.Equal(["198.51.100.7/32", "203.0.113.64/27", "203.0.113.96/27"], Texts(rules, "cidrs"));
    }

    [Theory]
    [InlineData("""["80", "79-81", "82", "100-200", "150"]""", "{ 79-82, 100-200 }", "79:82,100:200")]
    [InlineData("""["1", "3", "5", "7", "9", "11", "13", "15", "17", "19", "21", "23", "25", "27", "29", "31"]""",
        "{ 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31 }", "1,3,5,7,9,11,13,15,17,19,21,23,25,27,29")]
    public async Task Ports_are_merged_and_a_rule_takes_no_more_than_it_can(string ports, string nft, string first)
    {
        await using var deployment = await Deployment.StartAsync();
        var rules = await AskAsync(deployment, $$""" "ports": {{ports}} """);
        Assert.Contains($"dport {nft} drop", rules.Text("nftables"), StringComparison.Ordinal);
        Assert.Contains($"--dports {first} -j DROP", rules.Text("iptables"), StringComparison.Ordinal);
    }

    /// <summary>Nothing of what a program gives gets into a rule but numbers, addresses and plain names.</summary>
    [Theory]
    [InlineData(""" "ports": [] """, "ports: is empty; give at least one port")]
    [InlineData(""" "ports": ["0"] """, "ports[0]: '0' is no port; give one from 1 to 65535, such as 443, or a range, such as 8000-8010")]
    [InlineData(
        """ "ports": ["443 -j ACCEPT"] """,
        "ports[0]: '443 -j ACCEPT' is no port; give one from 1 to 65535, such as 443, or a range, such as 8000-8010")]
    [InlineData(
        """ "ports": ["90-80"] """,
        "ports[0]: '90-80' is no port; give one from 1 to 65535, such as 443, or a range, such as 8000-8010")]
    [InlineData(
        """ "ports": ["443"], "alsoFrom": ["0.0.0.0/0"] """,
        "alsoFrom[0]: \"0.0.0.0/0\" is every address, so the rules would block nothing; give the addresses that may reach the ports")]
    [InlineData(
        """ "ports": ["443"], "alsoFrom": ["192.0.2.7/24"] """, "alsoFrom[0]: \"192.0.2.7/24\" has bits set beyond its prefix length; the "
            + "block is 192.0.2.0/24")]
    [InlineData(""" "ports": ["443"], "protocols": ["all"] """, "protocols[0]: 'all' is neither tcp nor udp")]
    [InlineData(
        """ "ports": ["443"], "name": "a b" """,
        "name: 'a b' is no such name; give 1 to 18 lower-case letters, digits and hyphens")]
    [InlineData(
        """ "ports": ["443"], "name": "x'; reboot" """,
        "name: 'x'; reboot' is no such name; give 1 to 18 lower-case letters, digits and hyphens")]
    public async Task What_is_no_port_address_or_name_is_refused(string arguments, string reason)
    {
        await using var deployment = await Deployment.StartAsync();
        Assert.Equal(
            [reason],
            await deployment.RefusalsAsync("getFirewallRules", $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}",{{arguments}}}"""));
    }

    [Theory]
    [InlineData("nft", "-c -f -", "nftables")]
    [InlineData("iptables-restore", "--noflush --test", "iptables")]
    [InlineData("ip6tables-restore", "--noflush --test", "ip6tables")]
    public async Task The_firewall_itself_takes_them(string program, string options, string output)
    {
        await using var deployment = await Deployment.StartAsync();
        var rules = await AskAsync(
            deployment,
            """ "ports": ["80", "443", "8000-8010"], "protocols": ["tcp", "udp"], "alsoFrom": ["2001:db8:5::/64", "203.0.113.64/26"], "name": "web" """);
        (var code, var said) = await RunAsync(program, options, rules.Text(output)!);
        Assert.True(code == 0, $"{program}: {said}\n{rules.Text(output)}");

        // And it does look at them.
        Assert.NotEqual(0, (await RunAsync(program, options, rules.Text(output)!.Replace("tcp", "tcpp", StringComparison.Ordinal))).Code);
    }

    /// <summary>In a network of its own, where a rule that stands already, of somebody else's, stays too.</summary>
    [Theory]
    [InlineData("nft", "nft -f - <<'RULES'\n{nftables}RULES", "nft list ruleset", "nft add table ip mine")]
    [InlineData(
        "iptables-restore",
        "iptables-restore --noflush <<'RULES'\n{iptables}RULES\n{iptablesHook}",
        "iptables -S",
        "iptables -A INPUT -p tcp --dport 22 -j ACCEPT")]
    [InlineData(
        "ip6tables-restore",
        "ip6tables-restore --noflush <<'RULES'\n{ip6tables}RULES\n{ip6tablesHook}",
        "ip6tables -S",
        "ip6tables -A INPUT -p tcp --dport 22 -j ACCEPT")]
    public async Task To_apply_them_again_changes_nothing_and_leaves_others_alone(string program, string apply, string list, string mine)
    {
        await using var deployment = await Deployment.StartAsync();
        var rules = await AskAsync(deployment, """ "ports": ["443"] """);
        var once = rules.Fields.Where(static member => member.Value.KindCase == Value.KindOneofCase.StringValue)
            .Aggregate(
                apply,
                static (text, member) => text.Replace($"{{{member.Key}}}", member.Value.StringValue, StringComparison.Ordinal));
        await RunAsync(program, "--version", "");
        (var code, var said) = await RunAsync(
            "unshare", "--net sh", $"set -e\nPATH=$PATH:/usr/sbin:/sbin\n{mine}\n{once}\n{list}\necho ====\n{once}\n{list}\n");
        Assert.True(code == 0, said);
        var lists = said.Split("====", StringSplitOptions.TrimEntries);
        Assert.Equal(lists[0], lists[1]);
        Assert.Contains("drop", lists[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            mine.Contains("nft", StringComparison.Ordinal) ? "table ip mine" : "--dport 22",
            lists[0],
            StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> RunAsync(string program, string options, string input)
    {
        var path = ((string[])["/usr/sbin", "/sbin", "/usr/bin"]).Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"{program} is not installed");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, $"{program} wants to be run by root, also where it changes nothing");
        var start = new ProcessStartInfo(path!, options)
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var said = await process.StandardError.ReadToEndAsync() + await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.SkipWhen(
            process.ExitCode != 0 && Obstacles.Any(obstacle => said.Contains(obstacle, StringComparison.Ordinal)),
            $"{program} cannot be run here: {said}");
        return (process.ExitCode, said);
    }

    private static Task<Struct> AskAsync(Deployment deployment, string arguments) =>
        deployment.AskAsync("getFirewallRules", $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}",{{arguments}}}""");

    private static IEnumerable<string> Texts(Struct answer, string name)
        => answer.Fields[name].ListValue.Values.Select(static value => value.StringValue);
}
