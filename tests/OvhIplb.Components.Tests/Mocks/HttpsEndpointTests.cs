using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace OvhIplb.Components.Tests.Mocks;

public sealed class HttpsEndpointTests
{
    private readonly Account _account = new()
    {
        State = new Dictionary<string, object>
        {
            ["certificateId"] = 42.0,
            ["expiresAt"] = "2027-01-01T00:00:00Z",
            ["revision"] = "7",
        }.ToImmutableDictionary(),
        Result = ImmutableDictionary<string, object>.Empty
            .Add("cidrs", ImmutableArray.Create<object>("203.0.113.64/27"))
            .Add("addresses", ImmutableArray.Create<object>("203.0.113.10", "2001:db8::10")),
    };

    [Fact]
    public async Task It_declares_attachments_and_certificates_with_a_refresh_after_each()
    {
        await _account.UpdateAsync(() =>
        {
            _ = new HttpsEndpoint("site", new()
            {
                ServiceName = "lb-1",
                FailoverIps = ["192.0.2.11", "192.0.2.10/32"],
                Certificates = { ["web"] = new[] { "www.example.com", "example.com" }, ["api"] = "api.example.com" },
            });
        });

        Assert.Equal(
            ["site", "site-192.0.2.10", "site-192.0.2.11", "site-api", "site-certificates", "site-failover-ips", "site-web"],
            _account.Resources.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("192.0.2.10/32", _account.Resources["site-192.0.2.10"].Inputs["ip"]);
        Assert.Equal(false, _account.Resources["site-192.0.2.10"].Inputs["autoRefresh"]);
        Assert.Equal<IEnumerable<object>>(
            ["www.example.com", "example.com"],
            (ImmutableArray<object>)_account.Resources["site-web"].Inputs["fqdns"]);
        Assert.Equal(false, _account.Resources["site-web"].Inputs["autoRefresh"]);
        Assert.Equal(["site-192.0.2.10=7", "site-192.0.2.11=7"], TriggersOf("site-failover-ips"));
        Assert.False(_account.Resources["site-failover-ips"].Inputs.ContainsKey("onlyIfPending"));
        Assert.Equal(["site-api=site-api-id", "site-web=site-web-id"], TriggersOf("site-certificates"));
        Assert.Equal(true, _account.Resources["site-certificates"].Inputs["onlyIfPending"]);
    }

    [Fact]
    public async Task Its_outputs_go_by_the_keys_of_the_program()
    {
        await _account.UpdateAsync(async () =>
        {
            var endpoint = new HttpsEndpoint("site", new() { ServiceName = "lb-1", Certificates = { ["web"] = "www.example.com" } });
            Assert.Equal(
                42,
                Assert.Contains("web", (IReadOnlyDictionary<string, int>)await OutputUtilities.GetValueAsync(endpoint.CertificateIds)));
            Assert.Equal("2027-01-01T00:00:00Z", (await OutputUtilities.GetValueAsync(endpoint.ExpiresAt))["web"]);
            Assert.Equal<string>(["203.0.113.64/27"], await OutputUtilities.GetValueAsync(endpoint.NatCidrs));
        });
        Assert.DoesNotContain("site-failover-ips", _account.Resources.Keys);
    }

    [Fact]
    public async Task Without_failover_ips_it_is_reached_at_the_load_balancer()
    {
        await _account.UpdateAsync(async () =>
        {
            var endpoint = new HttpsEndpoint("site", new() { ServiceName = "lb-1" });
            Assert.Equal<string>(["203.0.113.10", "2001:db8::10"], await OutputUtilities.GetValueAsync(endpoint.Addresses));
            Assert.Empty(await OutputUtilities.GetValueAsync(endpoint.CertificateIds));
        });
        Assert.Equal(["site"], _account.Resources.Keys);
    }

    [Fact]
    public async Task Its_addresses_are_those_of_the_attachments_and_depend_on_the_refresh()
    {
        await new Account().UpdateAsync(async () =>
        {
            var endpoint = new HttpsEndpoint("site", new()
            {
                ServiceName = "lb-1",
                FailoverIps = ["192.0.2.10", "2001:db8:1::1/128", "198.51.100.0/30", "2001:db8:2::/32"],
            });
            Assert.Equal<string>(
                ["192.0.2.10", "198.51.100.0/30", "2001:db8:1::1", "2001:db8:2::/32"],
                await OutputUtilities.GetValueAsync(endpoint.Addresses));
            Assert.Contains(
                "site-failover-ips",
                (await OutputUtilities.GetDependenciesAsync(endpoint.Addresses)).Select(one => one.GetResourceName()));
        });
    }

    [Fact]
    public async Task What_is_unknown_or_secret_may_be_given_under_a_name()
    {
        await Deployment.TestAsync(_account, new TestOptions { IsPreview = true }, async () =>
        {
            var endpoint = new HttpsEndpoint("site", new()
            {
                ServiceName = OutputUtilities.CreateUnknown("lb-1"),
                FailoverIps = { { "mail", OutputUtilities.CreateUnknown("192.0.2.12") }, { "shop", Output.CreateSecret("192.0.2.13") } },
                Certificates = { ["web"] = Output.CreateSecret(new[] { "www.example.com" }) },
            });
            Assert.False(await OutputUtilities.GetIsKnownAsync(endpoint.Addresses));
        });
        Assert.False(_account.Resources["site-mail"].Inputs.ContainsKey("ip"));
        Assert.Equal("192.0.2.13", _account.Resources["site-shop"].Inputs["ip"]);
        Assert.Equal<IEnumerable<object>>(["www.example.com"], (ImmutableArray<object>)_account.Resources["site-web"].Inputs["fqdns"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Certificates_are_declared_once_the_records_are_there(bool hasFailoverIps)
    {
        var created = new TaskCompletionSource();
        var account = new Account { Result = _account.Result, CreatedOnce = { ["www"] = created.Task } };
        var calls = 0;
        await account.UpdateAsync(async () =>
        {
            var endpoint = new HttpsEndpoint("site", new()
            {
                ServiceName = "lb-1",
                FailoverIps = hasFailoverIps ? ["192.0.2.10"] : [],
                Certificates = { ["web"] = "www.example.com" },
                DnsRecords = addresses =>
                {
                    calls++;
                    return [new Record("www", addresses.Apply(static all => all[0]))];
                },
            });

            // What is declared last is there: what only waits for its turn would be as well.
            await OutputUtilities.GetValueAsync(new Refresh("last", new() { ServiceName = endpoint.ServiceName }).Urn);
            Assert.DoesNotContain("site-web", account.Resources.Keys);
            created.SetResult();
            await OutputUtilities.GetValueAsync(endpoint.CertificateIds);
        });
        Assert.Equal(1, calls);
        Assert.Contains("site-web", account.Resources.Keys);
        Assert.Equal(hasFailoverIps ? "192.0.2.10" : "203.0.113.10", account.Resources["www"].Inputs["target"]);
    }

    [Fact]
    public async Task Records_may_be_none_and_their_address_unknown_in_a_preview()
    {
        await Deployment.TestAsync(_account, new TestOptions { IsPreview = true }, () =>
        {
            _ = new HttpsEndpoint(
                "none",
                new() { ServiceName = "lb-1", Certificates = { ["web"] = "www.example.com" }, DnsRecords = static _ => [] });
            _ = new HttpsEndpoint("site", new()
            {
                ServiceName = "lb-1",
                FailoverIps = { { "mail", OutputUtilities.CreateUnknown("192.0.2.12") } },
                Certificates = { ["web"] = "www.example.com" },
                DnsRecords = static addresses => [new Record("www", addresses.Apply(static all => all[0]))],
            });
        });
        Assert.Contains("none-web", _account.Resources.Keys);
        Assert.Contains("site-web", _account.Resources.Keys);
        Assert.False(_account.Resources["www"].Inputs.ContainsKey("target"));
    }

    [Theory]
    [InlineData("192.0.2.10", "192.0.2.10/32")]
    [InlineData("2001:db8::1/128", "2001:DB8::1")]
    [InlineData("2001:db8::1", "2001:db8:0:0::1")]
    public void One_ip_in_two_spellings_is_refused(string one, string other)
    {
        var ips = new FailoverIpList { one };
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => ips.Add(other)).Message, StringComparison.Ordinal);
    }

    /// <summary>As DNS providers have them.</summary>
    private sealed class Record(string name, Input<string> target)
        : CustomResource("dns:index:Record", name, new RecordArgs { Target = target }, (CustomResourceOptions?)null);

    private sealed class RecordArgs : ResourceArgs
    {
        [Input("target")]
        public Input<string>? Target { get; set; }
    }

    private IEnumerable<string> TriggersOf(
        string refresh) => ((ImmutableDictionary<string, object>)_account.Resources[refresh].Inputs["triggers"])
        .Select(static one => $"{one.Key}={one.Value}").Order(StringComparer.Ordinal);
}
