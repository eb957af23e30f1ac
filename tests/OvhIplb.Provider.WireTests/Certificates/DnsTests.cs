using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OvhIplb.Provider.WireTests.Engine;
using OvhIplb.Provider.WireTests.Unfinished;
using OvhSimulator.Control;
using OvhSimulator.Dns;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Certificates;

/// <summary>Nothing is ordered before every name points to the load balancer, as a DNS server on loopback says.</summary>
public sealed class DnsTests
{
    private const string Here = "203.0.113.10";

    private const string HereToo = "2001:db8::10";

    private const string Elsewhere = "192.0.2.200";

    private const string OrderPath = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/freeCertificate";

    private static readonly Struct Inputs = Wire.Of(
        $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "fqdns": ["WWW.example.com", "example.com."] }""");

    /// <summary>What the records of www.example.com are, and what is said of it; null where all is well.</summary>
    public static TheoryData<string[], string[], string?> Records => new()
    {
        { [Here], [HereToo], null },
        { [Here], [], null },
        { [], [HereToo], null },
        { [Elsewhere], [], $"www.example.com A is {Elsewhere}, and should be {Here}" },
        { [Here, Elsewhere], [], $"www.example.com A is {Elsewhere}, and should be {Here}" },
        { [Here], ["2001:db8::bad"], $"www.example.com AAAA is 2001:db8::bad, and should be {HereToo}, or no such record" },
        { [], [], $"www.example.com has no A or AAAA record, and should have A {Here}, with or without AAAA {HereToo}" },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public async Task A_preview_names_the_records_that_do_not_point_there(string[] a, string[] aaaa, string? said)
    {
        await using var deployment = await StartAsync();
        deployment.World.SetDns("www.example.com", a, aaaa);
        await deployment.Entry("FreeCertificate").PreviewCreateAsync(Inputs);
        if (said is null)
        {
            Assert.Empty(deployment.Log.Warnings);
        }
        else
        {
            Assert.Contains(said, Assert.Single(deployment.Log.Warnings), StringComparison.Ordinal);
        }

        Assert.Empty(deployment.World.Writes);
    }

    [Theory]
    [InlineData("lb.example.net", Here, false)]
    [InlineData("lb.example.net", Elsewhere, true)]
    public async Task An_alias_is_followed(string target, string address, bool isAstray)
    {
        await using var deployment = await StartAsync();
        deployment.World.SetDnsAlias("www.example.com", "www.example.net");
        deployment.World.SetDnsAlias("www.example.net", target);
        deployment.World.SetDns(target, [address]);
        await deployment.Entry("FreeCertificate").PreviewCreateAsync(Inputs);
        Assert.Equal(isAstray, deployment.Log.Warnings
            .Any(static line => line.Contains("www.example.com (a CNAME to lb.example.net) A is", StringComparison.Ordinal)));
        Assert.Equal(isAstray ? 1 : 0, deployment.Log.Warnings.Count());
    }

    [Fact]
    public async Task An_ip_that_the_same_program_brings_there_counts_in_a_preview()
    {
        await using var deployment = await StartAsync();
        deployment.World.SetDns("www.example.com", ["192.0.2.10"]);
        await deployment.Entry("FreeCertificate").PreviewCreateAsync(Inputs);
        Assert.Single(deployment.Log.Warnings);

        await deployment.NextCommandAsync();
        deployment.Log.Clear();
        await deployment.Entry("FailoverAttachment").PreviewCreateAsync(LongWork.All[LongWork.Move].Inputs);
        await deployment.Entry("FreeCertificate").PreviewCreateAsync(Inputs);
        Assert.Empty(deployment.Log.Warnings);
    }

    [Fact]
    public async Task A_create_waits_for_the_record_and_orders_then()
    {
        await using var deployment = await StartAsync();
        deployment.World.SetDns("www.example.com", [Elsewhere]);
        var entry = deployment.Entry("FreeCertificate");
        var create = entry.CreateAsync(Inputs);
        await deployment.Log.LineAsync("waiting for DNS");
        Assert.Empty(deployment.World.Find("POST", OrderPath));

        deployment.World.SetDns("www.example.com", [Here]);
        await create;
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Single(deployment.World.Find("POST", OrderPath));
        Assert.Contains($"www.example.com A is {Elsewhere}", Assert.Single(deployment.Log.Warnings), StringComparison.Ordinal);
    }

    /// <summary>Without a terminal each line that is sent is one of the log: what only grows older is sent once a minute.</summary>
    [Fact]
    public async Task A_wait_is_said_once_however_often_it_looks()
    {
        var looks = 0;
        var manyLooks = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var deployment = await StartAsync(call =>
        {
            if (call.Path.EndsWith("/failover", StringComparison.Ordinal) && Interlocked.Increment(ref looks) == 30)
            {
                manyLooks.SetResult();
            }
        });
        deployment.World.SetDns("www.example.com", [Elsewhere]);
        var create = deployment.Entry("FreeCertificate").CreateAsync(Inputs);
        await manyLooks.Task;
        deployment.World.SetDns("www.example.com", [Here]);
        await create;
        Assert.Single(deployment.Log.Lines, static line => Regex.IsMatch(line.Message, "^waiting for DNS, [0-9]+ s of 30 min: "));
    }

    /// <summary>Half of the time is for DNS, and then what is wrong is told, record by record.</summary>
    [Fact]
    public async Task A_record_that_does_not_come_ends_the_wait_and_nothing_is_ordered()
    {
        await using var deployment = await StartAsync();
        deployment.World.SetDns("www.example.com", [Elsewhere]);
        var entry = deployment.Entry("FreeCertificate");
        var failure = await Assert.ThrowsAsync<RpcException>(() => entry.CreateAsync(Inputs, timeout: 8));
        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        Assert.Contains(
            $"after 4 s: www.example.com A is {Elsewhere}, and should be {Here}. Nothing was ordered.",
            failure.Status.Detail,
            StringComparison.Ordinal);
        Assert.DoesNotContain(" example.com A", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Empty(deployment.World.Writes);
        Assert.Empty(entry.Id);
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_says_that_nothing_was_ordered()
    {
        await using var deployment = await StartAsync();
        deployment.World.SetDns("www.example.com", [Elsewhere]);
        var create = deployment.Entry("FreeCertificate").CreateAsync(Inputs);
        await deployment.Log.LineAsync("waiting for DNS");
        var failure = await Assert.ThrowsAsync<RpcException>(() => LongWork.CancelAsync(deployment, create));
        Assert.Contains("was cancelled. Nothing was ordered", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resolver_that_is_down_is_waited_out()
    {
        await using var deployment = await StartAsync();
        deployment.World.Knobs.DnsAnswers = DnsAnswers.ServerFailure;
        var entry = deployment.Entry("FreeCertificate");
        var create = entry.CreateAsync(Inputs);
        await deployment.Log.LineAsync("could not be resolved");
        Assert.Contains(
            deployment.Log.Warnings,
            static line => line.Contains("www.example.com could not be resolved: 127.0.0.1:", StringComparison.Ordinal));
        deployment.World.Knobs.DnsAnswers = DnsAnswers.Normal;
        await create;
        Assert.Equal("live", entry.State.Text("phase"));
    }

    [Fact]
    public async Task Who_does_not_want_to_wait_has_it_ordered_unseen()
    {
        await using var deployment = await StartAsync();
        deployment.World.ClearDnsQueries();
        var entry = deployment.Entry("FreeCertificate");
        await entry.CreateAsync(Inputs.With("waitForDns", "false"));
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Empty(deployment.World.DnsQueries);
    }

    [Fact]
    public async Task A_certificate_that_lost_its_record_names_it_and_shows_the_names_that_are_left()
    {
        await using var deployment = await StartAsync();
        var entry = deployment.Entry("FreeCertificate");
        await entry.CreateAsync(Inputs);
        deployment.World.SetDns("www.example.com", [Elsewhere]);

        await deployment.NextCommandAsync();
        await entry.RefreshAsync();
        Assert.Contains(
            $"is no longer routed, so it will not be renewed: www.example.com A is {Elsewhere}, and should be {Here}",
            Assert.Single(entry.InitErrors),
            StringComparison.Ordinal);
        Assert.Equal(Wire.Of("""{ "fqdns": ["example.com."] }""").Fields["fqdns"], entry.State.Fields["fqdns"]);
        Assert.Equal(Inputs, entry.Inputs);

        await deployment.NextCommandAsync();
        deployment.Log.Clear();
        Assert.Equal(["fqdns"], (await entry.DiffAsync(Inputs)).DetailedDiff.Keys);
        await entry.PreviewUpdateAsync(Inputs);
        Assert.Contains($"www.example.com A is {Elsewhere}", Assert.Single(deployment.Log.Warnings), StringComparison.Ordinal);

        deployment.World.ClearCalls();
        var update = entry.UpdateAsync(Inputs);
        await deployment.Log.LineAsync("waiting for DNS");
        deployment.World.SetDns("www.example.com", [Here]);
        await update;
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Equal(Inputs.Fields["fqdns"], entry.State.Fields["fqdns"]);
        Assert.Empty(deployment.World.Writes);
        await entry.RequireSettledAsync(Inputs);
    }

    private static async Task<Deployment> StartAsync(Action<AnsweredCall>? observer = null)
    {
        var deployment = await Deployment.StartAsync(observer: observer);
        deployment.World.SetDns("example.com", [Here]);
        deployment.World.SetDns("www.example.com", [Here], [HereToo]);
        return deployment;
    }
}
