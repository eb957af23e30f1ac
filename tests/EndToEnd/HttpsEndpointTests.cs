using System.Text.Json;
using EndToEnd.Documentation;

namespace EndToEnd;

/// <summary>The component through the life of a stack: what it costs, and what it leaves alone.</summary>
public sealed class HttpsEndpointTests
{
    private const string Three = """{ "first": ["www.example.com"], "second": ["example.com"], "third": ["api.example.com"] }""";

    private static readonly string[] Ips = ["192.0.2.10", "192.0.2.11", "192.0.2.12"];

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task Any_number_of_ips_costs_one_refresh_and_of_certificates_one_where_something_is_pending(
        bool certificatesArePending,
        int refreshes)
    {
        await using var stack = await StartAsync();
        stack.Api.Knobs.CertificateRaisesPendingChanges = certificatesArePending;
        var up = (await stack.UpAsync()).Succeeded();
        Assert.Equal(3, Count(up, "/move"));
        Assert.Equal(3, Count(up, "/freeCertificate"));
        Assert.Equal(refreshes, Count(up, "/refresh"));
        Assert.Equal(Ips, stack.Outputs()["addresses"].EnumerateArray().Select(static address => address.GetString()));
        Assert.Equal(
            ["first", "second", "third"],
            stack.Outputs()["certificates"].EnumerateObject().Select(static one => one.Name).Order(StringComparer.Ordinal));
        (await stack.UpAsync()).Succeeded().WritesNothing().Says("10 unchanged");
    }

    [Fact]
    public async Task To_remove_the_first_ip_touches_it_only_and_costs_one_refresh()
    {
        await using var stack = await StartAsync();
        (await stack.UpAsync()).Succeeded();
        stack.FailoverIps = Ips[1..];
        (await stack.PreviewAsync()).Succeeded().Says("- 1 to delete").Says("9 unchanged");
        var up = (await stack.UpAsync()).Succeeded().Says("- 1 deleted").Says("9 unchanged");
        Assert.Equal(
            ["/ip/192.0.2.10/32/park", $"/ipLoadbalancing/{Quickstart.LoadBalancer}/refresh"],
            up.Writes.Select(static write => write.Split(' ')[1]));
        (await stack.UpAsync()).Succeeded().WritesNothing().Says("9 unchanged");
    }

    [Fact]
    public async Task To_remove_the_first_certificate_touches_it_only()
    {
        await using var stack = await StartAsync();
        (await stack.UpAsync()).Succeeded();
        stack.Configuration["certificates"] = """{ "second": ["example.com"], "third": ["api.example.com"] }""";
        var up = (await stack.UpAsync()).Succeeded().Says("- 1 deleted").Says("9 unchanged");
        Assert.Equal(["DELETE", "POST"], up.Writes.Select(static write => write.Split(' ')[0]));
        Assert.EndsWith("/refresh", up.Writes[^1], StringComparison.Ordinal);
        Assert.Equal(2, stack.Certificates());
    }

    [Fact]
    public async Task What_comes_and_goes_at_once_costs_a_third_refresh_for_what_goes()
    {
        await using var stack = await StartAsync();
        stack.Api.Knobs.CertificateRaisesPendingChanges = true;
        stack.FailoverIps = Ips[..2];
        (await stack.UpAsync()).Succeeded();
        stack.FailoverIps = ["192.0.2.10", "192.0.2.12"];
        stack.Configuration["certificates"]
            = """{ "first": ["www.example.com"], "second": ["example.com"], "fourth": ["www.example.com", "example.com"] }""";
        var up = (await stack.UpAsync()).Succeeded();
        Assert.Equal(["move", "refresh", "freeCertificate", "refresh"], up.Writes.Take(4).Select(static write => write.Split('/')[^1]));
        Assert.Equal("refresh", up.Writes[^1].Split('/')[^1]);

        // Two deletions that do not overlap ask for one each.
        Assert.InRange(Count(up, "/refresh"), 3, 4);
    }

    [Fact]
    public async Task An_ip_that_is_added_costs_one_refresh_and_no_certificate()
    {
        await using var stack = await StartAsync();
        stack.FailoverIps = Ips[..2];
        (await stack.UpAsync()).Succeeded();
        stack.FailoverIps = Ips;
        var up = (await stack.UpAsync()).Succeeded();
        Assert.Equal(["move", "refresh"], up.Writes.Select(static write => write.Split('/')[^1]));
    }

    [Fact]
    public async Task A_renewal_under_another_number_is_no_change()
    {
        await using var stack = await StartAsync();
        stack.Api.Knobs.RenewalChangesNumber = true;
        (await stack.UpAsync()).Succeeded();
        var before = stack.Outputs()["certificates"].GetRawText();
        stack.Api.Advance(TimeSpan.FromDays(80));
        (await stack.RefreshAsync()).Succeeded();
        (await stack.UpAsync()).Succeeded().WritesNothing().Says("10 unchanged");
        Assert.NotEqual(before, stack.Outputs()["certificates"].GetRawText());
    }

    [Fact]
    public async Task Records_made_from_its_addresses_in_the_same_stack_do_not_wait_for_its_certificates()
    {
        await using var stack = await Quickstart.StartAsync();
        stack.Api.SetDns("www.example.com", ["192.0.2.200"]);
        stack.Configuration["dns"] = new Uri(stack.Endpoint, "/_simulator/dns/www.example.com").ToString();
        stack.Binary = StackCompiler.Build(
            """
            using System.Collections.Generic;
            using System.Net.Http;
            using System.Net.Http.Json;
            using OvhIplb.Components;
            using Pulumi;

            return await Deployment.RunAsync(() =>
            {
                var endpoint = new HttpsEndpoint("site", new()
                {
                    ServiceName = "loadbalancer-0123456789abcdef",
                    FailoverIps = { "192.0.2.10" },
                    Certificates = { ["web"] = "www.example.com" },
                });

                // What a resource of a DNS provider does.
                var record = endpoint.Addresses.Apply(async addresses =>
                {
                    if (!Deployment.Instance.IsDryRun)
                    {
                        using var client = new HttpClient();
                        using var answer = await client.PutAsJsonAsync(new Pulumi.Config().Require("dns"), new { a = addresses });
                        answer.EnsureSuccessStatusCode();
                    }

                    return addresses[0];
                });

                return new Dictionary<string, object?> { ["record"] = record, ["certificates"] = endpoint.CertificateIds };
            });
            """,
            stack.Folder);

        (await stack.PreviewAsync()).Succeeded().Says("record").Says("192.0.2.10");
        (await stack.UpAsync()).Succeeded();
        Assert.Equal(1, stack.Certificates());
        Assert.Equal(JsonValueKind.Number, stack.Outputs()["certificates"].GetProperty("web").ValueKind);
    }

    /// <summary>A certificate that waits for DNS holds a slot, and here there is no other for the record that it waits for.</summary>
    [Fact]
    public async Task Certificates_come_after_the_records_where_one_operation_runs_at_a_time()
    {
        await using var stack = await Quickstart.StartAsync();
        stack.Parallel = 1;
        stack.Api.SetDns("www.example.com", ["192.0.2.200"]);
        stack.Configuration["dns"] = new Uri(stack.Endpoint, "/_simulator/dns/www.example.com").ToString();
        stack.Binary = StackCompiler.Build(
            """
            using System.Collections.Generic;
            using System.Net.Http;
            using System.Net.Http.Json;
            using OvhIplb.Components;
            using Pulumi;

            return await Deployment.RunAsync(() =>
            {
                Output<string>? record = null;
                var endpoint = new HttpsEndpoint("site", new()
                {
                    ServiceName = "loadbalancer-0123456789abcdef",
                    FailoverIps = { "192.0.2.10" },
                    Certificates = { ["web"] = "www.example.com" },
                    DnsRecords = addresses =>
                    {
                        // In place of a resource of a DNS provider: the record is there once the engine has created this one.
                        var slot = new Refresh("record", new()
                        {
                            ServiceName = "loadbalancer-0123456789abcdef",
                            Triggers = { ["address"] = addresses.Apply(all => all[0]) },
                        });
                        record = Output.Tuple(slot.Id, addresses).Apply(async both =>
                        {
                            if (!Deployment.Instance.IsDryRun)
                            {
                                using var client = new HttpClient();
                                using var answer = await client.PutAsJsonAsync(new Pulumi.Config().Require("dns"), new { a = both.Item2 });
                                answer.EnsureSuccessStatusCode();
                            }

                            return both.Item2[0];
                        });
                        return [slot];
                    },
                });

                return new Dictionary<string, object?> { ["record"] = record, ["certificates"] = endpoint.CertificateIds };
            });
            """,
            stack.Folder);

        (await stack.PreviewAsync()).Succeeded();
        (await stack.UpAsync()).Succeeded();
        Assert.Equal(1, stack.Certificates());
        var certificate = stack.Resources()
            .Single(static resource => resource.GetProperty("urn").GetString()!.EndsWith("::site-web", StringComparison.Ordinal));
        var record = stack.Resources()
            .Single(static resource => resource.GetProperty("urn").GetString()!.EndsWith("::record", StringComparison.Ordinal));
        Assert.Contains(
            record.GetProperty("urn").GetString(),
            certificate.GetProperty("dependencies").EnumerateArray().Select(static urn => urn.GetString()));
        (await stack.UpAsync()).Succeeded().WritesNothing();
        (await stack.DestroyAsync()).Succeeded();
    }

    [Fact]
    public async Task What_was_declared_without_it_moves_in_by_aliases_as_its_readme_says()
    {
        await using var stack = await Quickstart.StartAsync();
        var readme = CodeBlock.All.Single(
            static block => block.File == "examples/https-endpoint/README.md" && block.Text.Contains("NoParent", StringComparison.Ordinal)).Program;
        stack.Binary = StackCompiler.Build(
            """
            using OvhIplb.Components;
            using Pulumi;

            return await Deployment.RunAsync(() =>
            {
                _ = new FailoverAttachment("web-ip", new() { ServiceName = "loadbalancer-0123456789abcdef", Ip = "192.0.2.10" });
            });
            """,
            Directory.CreateDirectory(Path.Combine(stack.Folder, "before")).FullName);
        (await stack.UpAsync()).Succeeded();
        stack.Binary = StackCompiler.Build(readme, Directory.CreateDirectory(Path.Combine(stack.Folder, "after")).FullName);
        var up = (await stack.UpAsync()).Succeeded();
        Assert.Equal([$"POST /ipLoadbalancing/{Quickstart.LoadBalancer}/refresh"], up.Writes);
        Assert.Equal(Quickstart.LoadBalancer, stack.RouteOf("192.0.2.10/32"));
        Assert.DoesNotContain("deleted", up.Output, StringComparison.Ordinal);
    }

    private static async Task<Quickstart> StartAsync()
    {
        var stack = await Quickstart.StartAsync(program: "HttpsEndpointStack");
        stack.FailoverIps = Ips;
        stack.Configuration["certificates"] = Three;
        return stack;
    }

    private static int Count(Outcome outcome, string call) => outcome.Writes.Count(write => write.EndsWith(call, StringComparison.Ordinal));
}
