using System.Collections.Concurrent;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Control;
using OvhSimulator.Http;
using OvhSimulator.Worlds;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Certificates;

/// <summary>A certificate of one's own: what changes it, what finds it, and what takes it away.</summary>
public sealed class CustomCertificateTests
{
    private const string Path = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/ssl";

    private const string Refresh = $"POST /ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh";

    private static readonly OwnCertificate Own = OwnCertificate.Sample;

    private static readonly Struct Inputs = Wire.Of(Wire.Own(Own));

    private static readonly Struct WithChain = Inputs.With("chain", Wire.Quoted(Own.Chain));

    [Fact]
    public async Task It_tells_what_it_is()
    {
        await using var deployment = await Deployment.StartAsync();
        var entry = await CreatedAsync(deployment, WithChain.With("displayName", "\"web\""));
        Assert.Equal("custom", entry.State.Text("type"));
        Assert.Equal(Own.Fingerprint, entry.State.Text("fingerprint"));
        Assert.Equal("/CN=www.example.com", entry.State.Text("subject"));
        Assert.Equal(Wire.Of("""{ "names": ["example.com", "www.example.com"] }""").Fields["names"], entry.State.Fields["names"]);
        Assert.StartsWith("20", entry.State.Text("expiresAt"), StringComparison.Ordinal);
        Assert.True(Wire.IsSecret(entry.State.Fields["key"]));
        Assert.Equal("web", Only(deployment).DisplayName);
    }

    [Fact]
    public async Task Another_name_is_given_in_place_and_one_that_somebody_else_gave_is_drift()
    {
        await using var deployment = await Deployment.StartAsync();
        var named = Inputs.With("displayName", "\"web\"");
        var entry = await CreatedAsync(deployment, named);
        deployment.World.Change(static world => world.LoadBalancers[0].Certificates[0].DisplayName = "mine");

        var drift = await entry.RefreshAsync();
        Assert.Equal(["displayName"], drift!.DetailedDiff.Keys);
        Assert.Empty(drift.Replaces);
        Assert.Equal("mine", entry.State.Text("displayName"));
        Assert.Equal(named.With("displayName", "\"mine\""), entry.Inputs);

        await deployment.NextCommandAsync();
        await entry.UpdateAsync(named);
        Assert.Equal("web", Only(deployment).DisplayName);
        await entry.RequireSettledAsync(named);

        // A name that nobody asks for any more goes, and then any is fine.
        await entry.UpdateAsync(Inputs);
        Assert.Null(Only(deployment).DisplayName);
        deployment.World.Change(static world => world.LoadBalancers[0].Certificates[0].DisplayName = "mine");
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await entry.RefreshAsync())?.Changes);
        Assert.Equal([$"PUT {Path}/{Number(entry)}", $"PUT {Path}/{Number(entry)}"], deployment.Requests);
    }

    [Fact]
    public async Task One_that_was_uploaded_anew_is_found_by_its_fingerprint()
    {
        await using var deployment = await Deployment.StartAsync();
        var entry = await CreatedAsync(deployment, Inputs);
        deployment.World.Change(static world => world.LoadBalancers[0].Certificates[0].Id = 7);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await entry.RefreshAsync())?.Changes);
        Assert.Equal($"{DefaultWorld.LoadBalancer}/7", entry.Id);
        Assert.Equal(7, Number(entry));
    }

    [Fact]
    public async Task Another_certificate_under_its_number_is_not_it_and_is_never_deleted()
    {
        await using var deployment = await Deployment.StartAsync();
        var entry = await CreatedAsync(deployment, Inputs);
        deployment.World.Change(static world => world.LoadBalancers[0].Certificates[0].Fingerprint = "00:11");
        await entry.DeleteAsync();
        Assert.Empty(deployment.World.Writes);
        Assert.Null(await entry.RefreshAsync());
    }

    [Fact]
    public async Task Another_certificate_is_uploaded_before_the_old_one_goes()
    {
        await using var deployment = await Deployment.StartAsync();
        var old = await CreatedAsync(deployment, WithChain);
        var other = OwnCertificate.Issue();
        var changed = Wire.Of(Wire.Own(other)).With("chain", Wire.Quoted(other.Chain));
        var diff = await old.DiffAsync((await old.CheckAsync(changed)).Inputs);
        Assert.Equal(["certificate", "chain", "key"], diff.DetailedDiff.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["certificate", "chain"], diff.Replaces.Order(StringComparer.Ordinal));
        Assert.False(diff.DeleteBeforeReplace);

        var replacement = old.Replacement();
        await replacement.CreateAsync(changed);
        await old.DeleteAsync();
        Assert.Equal([$"POST {Path}", Refresh, $"DELETE {Path}/{Number(old)}", Refresh], deployment.Requests);
        Assert.Equal(other.Fingerprint, Only(deployment).Fingerprint);
    }

    /// <summary>The old entry leaves the state with the delete, so no later run can delete the certificate.</summary>
    [Theory]
    [InlineData(true, "where a frontend has it as `defaultSslId`, give the frontend another certificate")]
    [InlineData(false, "give these credentials the right to delete it")]
    public async Task One_that_cannot_be_deleted_after_a_rotation_is_warned_of_with_what_removes_it(bool isUsed, string cause)
    {
        await using var deployment = await Deployment.StartAsync();
        var old = await CreatedAsync(deployment, Inputs);
        var replacement = old.Replacement();
        await replacement.CreateAsync(Wire.Of(Wire.Own(OwnCertificate.Issue())));
        deployment.World.Change(world =>
        {
            if (isUsed)
            {
                world.LoadBalancers[0].HttpFrontends[0].DefaultSslId = (long)Number(old);
            }
            else
            {
                world.Credentials[0].Rules.RemoveAll(static rule => rule.Method == "DELETE");
            }
        });

        await old.DeleteAsync();

        var warning = Assert.Single(deployment.Log.Warnings);
        Assert.Contains($"certificate {Number(old)} stays on {DefaultWorld.LoadBalancer}", warning, StringComparison.Ordinal);
        Assert.Contains(cause, warning, StringComparison.Ordinal);
        Assert.Contains("No later `pulumi up` deletes it: it is no longer in the state.", warning, StringComparison.Ordinal);
        Assert.Contains($"`DELETE {Path}/{Number(old)}`", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_chain_takes_a_new_upload_after_the_old_one_is_deleted(bool hadChain)
    {
        await using var deployment = await Deployment.StartAsync();
        var before = hadChain ? WithChain : Inputs;
        var old = await CreatedAsync(deployment, before);
        var changed = Inputs.With("chain", Wire.Quoted(Own.ShortChain));
        await ReplaceDeletingFirstAsync(old, changed);
        // In between the old one goes on serving: what is deleted is live until the refresh.
        Assert.Equal([$"DELETE {Path}/{Number(old)}", $"POST {Path}", Refresh], deployment.Requests);
        Assert.Equal(Own.Fingerprint, Only(deployment).Fingerprint);
    }

    /// <summary>As an authority issues it, which is uploaded in its parts and is then no difference from them.</summary>
    [Fact]
    public async Task A_whole_chain_in_any_order_in_one_file_is_uploaded_in_order()
    {
        var sent = new ConcurrentQueue<AnsweredCall>();
        await using var deployment = await Deployment.StartAsync(observer: sent.Enqueue);
        var root = Own.Chain[Own.ShortChain.Length..];
        var whole = Inputs.With("certificate", Wire.Quoted($"\uFEFF{root}\n{Own.ShortChain}\n{Own.Certificate}"));
        var entry = deployment.Entry("CustomCertificate");
        await entry.CreateAsync(whole);
        Assert.Equal(Own.Fingerprint, entry.State.Text("fingerprint"));
        Assert.Contains(deployment.Log.Lines, static line => line.Message
            .Contains("is uploaded with the chain Example Intermediate, Example Root, in this order", StringComparison.Ordinal));
        using var upload = JsonDocument.Parse(Assert.Single(sent, static call => call.Method == "POST" && call.Path == Path).RequestBody);
        Assert.Equal(Own.Certificate.Trim(), upload.RootElement.GetProperty("certificate").GetString());
        Assert.Equal(Own.Chain.Trim(), upload.RootElement.GetProperty("chain").GetString());
        await deployment.NextCommandAsync();
        await entry.RequireSettledAsync(whole);
        await entry.RequireSettledAsync(WithChain);
    }

    /// <summary>To find the old one there and call it replaced would be a lie.</summary>
    [Fact]
    public async Task Another_chain_fails_where_the_old_one_cannot_be_deleted()
    {
        await using var deployment = await Deployment.StartAsync();
        var old = await CreatedAsync(deployment, WithChain);
        deployment.World
            .Change(static world => world.LoadBalancers[0].HttpFrontends[0].DefaultSslId = world.LoadBalancers[0].Certificates[0].Id);
        var failure = await Assert.ThrowsAsync<RpcException>(
            () => ReplaceDeletingFirstAsync(old, Inputs.With("chain", Wire.Quoted(Own.ShortChain))));
        Assert.Contains(
            "refuses to delete it. It is as it was. Where a frontend has it as `defaultSslId`",
            failure.Status.Detail,
            StringComparison.Ordinal);
        Only(deployment);
    }

    /// <summary>What was there before this resource is not its to delete, and its chain is not its to choose.</summary>
    [Theory]
    [InlineData(null, false)]
    [InlineData("retain", false)]
    [InlineData("delete", true)]
    public async Task Another_chain_for_what_was_found_takes_the_users_word(string? onDelete, bool isReplaced)
    {
        await using var deployment = await Deployment.StartAsync();
        await CreatedAsync(deployment, Inputs, "theirs");
        var before = onDelete is null ? Inputs : Inputs.With("onDelete", $"\"{onDelete}\"");
        var ours = await CreatedAsync(deployment, before, "ours");
        Assert.Equal("adopted", ours.State.Text("origin"));
        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        var replace = ReplaceDeletingFirstAsync(ours, before.With("chain", Wire.Quoted(Own.Chain)));
        if (isReplaced)
        {
            await replace;
            return;
        }

        var failure = await Assert.ThrowsAsync<RpcException>(() => replace);
        Assert.Contains(
            deployment.Log.Warnings,
            static line => line.Contains("`pulumi up` will refuse to delete it for another chain", StringComparison.Ordinal));
        Assert.Contains("was there before this resource", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Empty(deployment.World.Writes);
    }

    [Fact]
    public async Task A_preview_of_another_chain_does_not_promise_to_adopt_the_old_one()
    {
        await using var deployment = await Deployment.StartAsync();
        var old = await CreatedAsync(deployment, Inputs);
        await old.DiffAsync((await old.CheckAsync(WithChain)).Inputs);
        deployment.Log.Clear();
        await old.Replacement().PreviewCreateAsync(WithChain);
        Assert.Empty(deployment.Log.Lines);

        var unknown = await old.DiffAsync((await old.CheckAsync(Inputs.With("chain", $"\"{Wire.Unknown}\""))).Inputs);
        Assert.Equal(["chain"], unknown.Replaces);
        Assert.True(unknown.DeleteBeforeReplace);
    }

    [Theory]
    [InlineData(Refusal.Conflict)]
    [InlineData(Refusal.BadRequest)]
    [InlineData(Refusal.Forbidden)]
    public async Task An_upload_that_is_refused_because_it_is_there_by_now_is_adopted(Refusal refusal)
    {
        await using var deployment = await Deployment.StartAsync();
        deployment.World.Knobs.DuplicateCertificate = refusal;
        var theirs = await CreatedAsync(deployment, Inputs, "theirs");

        // The one look before the upload is too early to see it.
        deployment.World.Inject(new Fault { Method = "GET", Path = Path, Status = 200, Body = "[]" });
        var ours = deployment.Entry("CustomCertificate", "ours");
        await ours.CreateAsync(Inputs);
        Assert.Equal("adopted", ours.State.Text("origin"));
        Assert.Equal(theirs.Id, ours.Id);
        Assert.Single(deployment.World.Find("POST", Path));

        // A stack of its own knows nothing of the twin.
        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await ours.DeleteAsync();
        Assert.Empty(deployment.World.Writes);
        Only(deployment);
    }

    /// <summary>An engine shows the value of a property that it is told, which would bury the reason.</summary>
    [Fact]
    public async Task A_failure_at_a_text_of_many_lines_is_told_in_its_words_alone()
    {
        await using var deployment = await Deployment.StartAsync();
        var refused = Assert.Single(
            (await deployment.Entry("CustomCertificate")
                .CheckAsync(Inputs.With("certificate", Wire.Quoted(Own.Certificate.Insert(100, "%"))))).Failures);
        Assert.Equal(
            ("", "certificate: is damaged: something is missing from a certificate in it, or does not belong there"), (refused
                .Property, refused.Reason));
    }

    [Fact]
    public async Task A_twin_with_another_chain_is_refused()
    {
        await using var deployment = await Deployment.StartAsync();
        Assert.Empty((await deployment.Entry("CustomCertificate", "one").CheckAsync(WithChain)).Failures);
        var refused = Assert.Single((await deployment.Entry("CustomCertificate", "two").CheckAsync(Inputs)).Failures);
        Assert.Equal("chain", refused.Property);
        Assert.Contains("::one", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_twin_under_another_name_is_refused()
    {
        await using var deployment = await Deployment.StartAsync();
        var named = Inputs.With("displayName", "\"web\"");
        Assert.Empty((await deployment.Entry("CustomCertificate", "one").CheckAsync(named)).Failures);
        Assert.Empty((await deployment.Entry("CustomCertificate", "two").CheckAsync(named)).Failures);
        var refused = Assert.Single((await deployment.Entry("CustomCertificate", "three").CheckAsync(Inputs)).Failures);
        Assert.Equal("displayName", refused.Property);

        // To be renamed is no rivalry.
        await deployment.NextCommandAsync();
        Assert.Empty((await deployment.Entry("CustomCertificate", "one").CheckAsync(Inputs)).Failures);
    }

    /// <summary>An import fails at any difference, and reading cannot tell what only the provider knows.</summary>
    [Theory]
    [InlineData("""{ "onDelete": "retain", "autoRefresh": false }""", true)]
    [InlineData("""{ "displayName": "web" }""", true)]
    [InlineData("""{ "displayName": "api" }""", false)]
    public async Task What_is_imported_may_be_declared_with_what_no_api_tells(string more, bool isSettled)
    {
        await using var deployment = await Deployment.StartAsync();
        var theirs = await CreatedAsync(deployment, Inputs.With("displayName", "\"web\""), "theirs");
        var imported = deployment.Entry("CustomCertificate", "imported");
        await imported.ImportAsync(theirs.Id);
        var inputs = Inputs.Clone();
        inputs.Fields.Add(Wire.Of(more).Fields);
        Assert.Empty((await imported.CheckAsync(Inputs)).Failures);
        var diff = await imported.DiffAsync(inputs);
        Assert.Equal(isSettled ? [] : ["displayName"], diff.DetailedDiff.Keys);
        Assert.Empty((await imported.DiffAsync(Inputs)).DetailedDiff);
    }

    /// <summary>A program that was given the certificate first and its key later has not been compared by its inputs.</summary>
    [Fact]
    public async Task Another_certificate_is_seen_also_where_the_import_still_lacks_its_key()
    {
        await using var deployment = await Deployment.StartAsync();
        var theirs = await CreatedAsync(deployment, Inputs, "theirs");
        var imported = deployment.Entry("CustomCertificate", "imported");
        await imported.ImportAsync(theirs.Id);
        imported.Inputs.Fields["certificate"] = Inputs.Fields["certificate"];
        var other = await imported.DiffAsync(Wire.Of(Wire.Own(OwnCertificate.Issue())));
        Assert.Equal(["certificate"], other.Replaces);
    }

    [Fact]
    public async Task With_the_import_option_the_certificate_of_the_program_is_told_by_its_fingerprint()
    {
        await using var deployment = await Deployment.StartAsync();
        var theirs = await CreatedAsync(deployment, WithChain, "theirs");
        var imported = deployment.Entry("CustomCertificate", "imported");
        await imported.ImportAsync(theirs.Id);
        Assert.Contains(
            deployment.Log.Lines,
            static line => line.Message
                .Contains($"add `certificate`, the one with the fingerprint {Own.Fingerprint}, and its `key`", StringComparison.Ordinal));
        Assert.Equal(["serviceName"], imported.Inputs.Fields.Keys);

        // Before the program has it, where it has another, and after it has it.
        await imported.RequireSettledAsync(imported.Inputs);
        var other = await imported.DiffAsync((await imported.CheckAsync(Wire.Of(Wire.Own(OwnCertificate.Issue())))).Inputs);
        Assert.Equal(["certificate"], other.Replaces);
        Assert.False(other.DeleteBeforeReplace);
        await imported.RequireSettledAsync(WithChain);
        Assert.Empty(deployment.World.Writes);
    }

    [Fact]
    public async Task One_that_was_ordered_is_no_import()
    {
        await using var deployment = await Deployment.StartAsync();
        deployment.World.SetDns("www.example.com", ["203.0.113.10"]);
        var free = deployment.Entry("FreeCertificate");
        await free.CreateAsync(Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "fqdns": ["www.example.com"] }"""));
        var refused = await Assert.ThrowsAsync<RpcException>(
            () => deployment.Entry("CustomCertificate").ImportAsync($"{DefaultWorld.LoadBalancer}/{Number(free)}"));
        Assert.Contains("it is a FreeCertificate", refused.Status.Detail, StringComparison.Ordinal);

        var own = await CreatedAsync(deployment, Inputs);
        refused = await Assert.ThrowsAsync<RpcException>(() => deployment.Entry("FreeCertificate").ImportAsync(own.Id));
        Assert.Contains("it is a CustomCertificate", refused.Status.Detail, StringComparison.Ordinal);
    }

    private static async Task<Entry> CreatedAsync(Deployment deployment, Struct inputs, string name = "one")
    {
        var entry = deployment.Entry("CustomCertificate", name);
        await entry.CreateAsync(inputs);
        Assert.Empty(entry.InitErrors);
        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        return entry;
    }

    private static async Task ReplaceDeletingFirstAsync(Entry old, Struct changed)
    {
        var diff = await old.DiffAsync((await old.CheckAsync(changed)).Inputs);
        Assert.Equal(["chain"], diff.Replaces);
        Assert.True(diff.DeleteBeforeReplace);
        var replacement = old.Replacement();
        Assert.Empty((await replacement.CheckAsync(changed)).Failures);
        await old.DeleteAsync();
        await replacement.CreateAsync(changed);
        Assert.Equal("created", replacement.State.Text("origin"));
    }

    private static double Number(Entry entry) => entry.State.Fields["certificateId"].NumberValue;

    private static OvhSimulator.Certificates.Certificate Only(Deployment deployment) =>
        deployment.World.Read(static world => Assert.Single(world.LoadBalancers[0].Certificates));
}
