using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;
using Pulumirpc;

namespace OvhIplb.Provider.Tests.Rpc;

public sealed class ResourceCallsTests
{
    private const string Urn = "urn:pulumi:dev::project::fake:index:Parent$fake:index:Thing::web";
    private const string Type = "fake:index:Thing";

    private static readonly PropertyBag Inputs = PropertyBag.Empty
        .With(FakeResource.Service, "lb-1")
        .With(FakeResource.Names, ["A.example."]);

    [Fact]
    public async Task Check_answers_the_inputs_as_they_were_given_and_every_failure()
    {
        await using var plugin = await PluginFixture.StartAsync();
        plugin.Package.Thing.OnCheck = static context =>
        {
            Assert.False(context.Inputs.Has(FakeResource.Count));
            Assert.Equal("web", context.Name);
            context.Failures.Add(FakeResource.Names, 0, "not today");
        };
        var news = Wire(Inputs.WithRaw("count", PropertyValue.From("x")).WithRaw("fqdn", PropertyValue.From("y")));

        var answer = await plugin.Client.CheckAsync(new() { Urn = Urn, News = news }, cancellationToken: Token);

        Assert.Equal(news, answer.Inputs);
        Assert.Equal(["fqdn", "count", "fqdns[0]"], answer.Failures.Select(static failure => failure.Property));
    }

    [Fact]
    public async Task Check_refuses_an_asset_by_its_path()
    {
        await using var plugin = await PluginFixture.StartAsync();
        var news = Wire(Inputs);
        news.Fields["name"] = Value.ForStruct(new()
        {
            Fields = { ["4dabf18193072939515e22adb298388d"] = Value.ForString("c44067f5952c0a294b673a41bacd8c17") },
        });

        var answer = await plugin.Client.CheckAsync(new() { Urn = Urn, Type = Type, News = news }, cancellationToken: Token);

        Assert.Equal("name", Assert.Single(answer.Failures).Property);
    }

    /// <summary>An engine shows the value of a property that it is told, and its state keeps what is answered.</summary>
    [Fact]
    public async Task Check_marks_a_secret_and_tells_what_is_wrong_with_it_without_its_property()
    {
        await using var plugin = await PluginFixture.StartAsync();
        plugin.Package.Thing.OnCheck = static context => context.Failures.Add(FakeResource.Password, "too short");
        var news = Wire(Inputs);
        news.Fields["password"] = Value.ForString("p");
        news.Fields["pasword"] = Value.ForString("open sesame");

        var answer = await plugin.Client.CheckAsync(new() { Urn = Urn, Type = Type, News = news }, cancellationToken: Token);

        Assert.Equal(
            [("", "unknown property 'pasword'; did you mean 'password'?"), ("", "password: too short")],
            answer.Failures.Select(static failure => (failure.Property, failure.Reason)));
        Assert.All(
            ["password", "pasword"],
            name => Assert.IsType<SecretValue>(ValueDecoder.Decode(answer.Inputs).Members[name]));
    }

    [Fact]
    public async Task Diff_tells_changes_drift_and_the_resource_s_own_differences_in_detail()
    {
        await using var plugin = await PluginFixture.StartAsync();
        plugin.Package.Thing.OnDiff = static _ => [new("waitForDns"), new("serviceName", Replace: false)];
        var request = new DiffRequest
        {
            Urn = Urn,
            Type = Type,
            OldInputs = Wire(Inputs.With(FakeResource.Triggers, new Dictionary<string, string> { ["a"] = "1" }.ToSorted())),
            Olds = Wire(Inputs.With(FakeResource.Names, ["b.example"])),
            News = Wire(Inputs
                .With(FakeResource.Service, "lb-2")
                .With(FakeResource.Triggers, new Dictionary<string, string> { ["a"] = "2" }.ToSorted())),
        };

        var answer = await plugin.Client.DiffAsync(request, cancellationToken: Token);

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffSome, answer.Changes);
        Assert.True(answer.HasDetailedDiff);
        Assert.Equal(["serviceName"], answer.Replaces);
        Assert.Equal(["serviceName", "fqdns", "triggers", "waitForDns"], answer.Diffs);
        Assert.Equal(new() { Kind = PropertyDiff.Types.Kind.UpdateReplace }, answer.DetailedDiff["serviceName"]);
        Assert.Equal(new() { Kind = PropertyDiff.Types.Kind.Update }, answer.DetailedDiff["fqdns"]);
        Assert.Equal(new() { Kind = PropertyDiff.Types.Kind.Update, InputDiff = true }, answer.DetailedDiff["triggers.a"]);
        Assert.Equal(new() { Kind = PropertyDiff.Types.Kind.Update }, answer.DetailedDiff["waitForDns"]);
    }

    [Fact]
    public async Task Diff_of_nothing_says_none()
    {
        await using var plugin = await PluginFixture.StartAsync();

        var answer = await plugin.Client.DiffAsync(
            new() { Urn = Urn, Type = Type, OldInputs = Wire(Inputs), Olds = Wire(Inputs), News = Wire(Inputs) }, cancellationToken: Token);

        Assert.Equal(new DiffResponse { Changes = DiffResponse.Types.DiffChanges.DiffNone, HasDetailedDiff = true }, answer);
    }

    [Fact]
    public async Task Create_hands_over_everything_and_marks_secrets_in_the_state()
    {
        await using var plugin = await PluginFixture.StartAsync();
        CreateContext? seen = null;
        plugin.Package.Thing.OnCreate = (context, _) =>
        {
            seen = context;
            return Task.FromResult(new ResourceState("id-1", context.Inputs.With(FakeResource.Password, "p")));
        };

        var answer = await plugin.Client.CreateAsync(
            new() { Urn = Urn, Type = Type, Name = "web", Properties = Wire(Inputs), Timeout = 420 }, cancellationToken: Token);

        Assert.Equal((Urn, "web", TimeSpan.FromMinutes(7), false), (seen!.Urn, seen.Name, seen.Timeout, seen.Preview));
        Assert.Equal("id-1", answer.Id);
        Assert.Equal(new SecretValue(PropertyValue.From("p")), ValueDecoder.Decode(answer.Properties).Members["password"]);
    }

    [Fact]
    public async Task Preview_of_a_create_has_no_id_and_no_timeout_unless_one_was_set()
    {
        await using var plugin = await PluginFixture.StartAsync();
        CreateContext? seen = null;
        plugin.Package.Thing.OnCreate = (context, _) =>
        {
            seen = context;
            return Task.FromResult(new ResourceState("id-1", context.Inputs));
        };

        var answer = await plugin.Client.CreateAsync(
            new() { Urn = Urn, Type = Type, Properties = Wire(Inputs), Preview = true }, cancellationToken: Token);

        Assert.True(seen!.Preview);
        Assert.Null(seen.Timeout);
        Assert.Empty(answer.Id);
    }

    [Fact]
    public async Task Negative_timeouts_are_refused_where_the_program_can_mend_them()
    {
        await using var plugin = await PluginFixture.StartAsync();
        DeleteContext? delete = null;
        plugin.Package.Thing.OnDeletion = context => delete = context;

        var create = await Assert.ThrowsAsync<RpcException>(async () => await plugin.Client.CreateAsync(
            new() { Urn = Urn, Type = Type, Properties = Wire(Inputs), Preview = true, Timeout = -300 }, cancellationToken: Token));
        var update = await Assert.ThrowsAsync<RpcException>(async () => await plugin.Client.UpdateAsync(
            new()
            {
                Urn = Urn,
                Type = Type,
                Id = "x",
                Olds = Wire(Inputs),
                News = Wire(Inputs),
                Timeout = -0.5
            }, cancellationToken: Token));
        await plugin.Client
            .DeleteAsync(new() { Urn = Urn, Type = Type, Id = "x", Properties = Wire(Inputs), Timeout = -300 }, cancellationToken: Token);

        Assert.Equal(
            (StatusCode.InvalidArgument, "customTimeouts: -300 s is negative; leave it out, or write \"0\", for the default"),
            (create.StatusCode, create.Status.Detail));
        Assert.StartsWith("customTimeouts: -0.5 s is negative", update.Status.Detail, StringComparison.Ordinal);
        Assert.Null(delete!.Timeout);
    }

    [Fact]
    public async Task Read_of_something_gone_answers_no_id()
    {
        await using var plugin = await PluginFixture.StartAsync();
        plugin.Package.Thing.OnRead = static context => context.IsImport ? null : throw new InvalidOperationException();

        Assert.Equal(new(), await plugin.Client.ReadAsync(new() { Urn = Urn, Type = Type, Id = "x" }, cancellationToken: Token));
    }

    [Fact]
    public async Task Read_keeps_the_inputs_unless_the_resource_answers_others()
    {
        await using var plugin = await PluginFixture.StartAsync();
        plugin.Package.Thing.OnRead = static context => new("other", context.State.With(FakeResource.Phase, "found"));

        var answer = await plugin.Client.ReadAsync(
            new() { Urn = Urn, Type = Type, Id = "x", Inputs = Wire(Inputs), Properties = Wire(Inputs) }, cancellationToken: Token);

        Assert.Equal("other", answer.Id);
        Assert.Equal(Wire(Inputs), answer.Inputs);
        Assert.Equal("found", answer.Properties.Fields["phase"].StringValue);
    }

    [Fact]
    public async Task Read_answers_what_it_found_in_the_inputs_and_keeps_the_spelling_of_what_agrees()
    {
        await using var plugin = await PluginFixture.StartAsync();
        var saved = Inputs.With(FakeResource.Names, ["B.example.", "a.example"]);
        plugin.Package.Thing.OnRead = static context => new(context.Id, context.State
            .With(FakeResource.Service, "vps-9")
            .With(FakeResource.Names, ["a.example", "b.example"])
            .With(FakeResource.Count, 7));

        var answer = await plugin.Client.ReadAsync(
            new() { Urn = Urn, Type = Type, Id = "x", Inputs = Wire(saved), Properties = Wire(saved) }, cancellationToken: Token);

        Assert.Equal(Wire(saved.With(FakeResource.Service, "vps-9")), answer.Inputs);
    }

    [Fact]
    public async Task A_found_input_stays_the_secret_that_the_program_made_it()
    {
        await using var plugin = await PluginFixture.StartAsync();
        var saved = Inputs.WithRaw("serviceName", new SecretValue(PropertyValue.From("lb-1")));
        plugin.Package.Thing.OnRead = static context => new(context.Id, PropertyBag.Empty.With(FakeResource.Service, "vps-9"));

        var answer = await plugin.Client.ReadAsync(
            new() { Urn = Urn, Type = Type, Id = "x", Inputs = Wire(saved), Properties = Wire(saved) }, cancellationToken: Token);

        Assert.Equal(new SecretValue(PropertyValue.From("vps-9")), ValueDecoder.Decode(answer.Inputs).Members["serviceName"]);
    }

    [Fact]
    public async Task A_diff_right_after_a_read_replaces_nothing_and_one_after_a_check_does()
    {
        await using var plugin = await PluginFixture.StartAsync();
        var found = Inputs.With(FakeResource.Service, "vps-9");
        plugin.Package.Thing.OnRead = context => new(context.Id, found);
        await plugin.Client.ReadAsync(
            new() { Urn = Urn, Type = Type, Id = "lb-1/x", Inputs = Wire(Inputs), Properties = Wire(Inputs) }, cancellationToken: Token);

        var refresh = await DiffAsync(found, found, Inputs.With(FakeResource.Service, "vps-8"));
        Assert.Equal(["serviceName"], refresh.DetailedDiff.Keys);
        Assert.Empty(refresh.Replaces);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await DiffAsync(found, found, found)).Changes);

        await plugin.Client.CheckAsync(new() { Urn = Urn, Type = Type, Olds = Wire(found), News = Wire(Inputs) }, cancellationToken: Token);
        var repair = await DiffAsync(found, found, Inputs);
        Assert.Equal(["serviceName"], repair.DetailedDiff.Keys);
        Assert.Empty(repair.Replaces);
        Assert.Equal(["serviceName"], (await DiffAsync(found, found, found)).Replaces);

        // A command that an attached plugin has seen says nothing about the next one.
        await plugin.Client.ReadAsync(
            new() { Urn = Urn, Type = Type, Id = "lb-1/x", Inputs = Wire(found), Properties = Wire(found) }, cancellationToken: Token);
        await plugin.Client.ConfigureAsync(new() { Args = new Struct() }, cancellationToken: Token);
        Assert.Equal(["serviceName"], (await DiffAsync(found, found, found)).Replaces);

        async Task<DiffResponse> DiffAsync(PropertyBag state, PropertyBag old, PropertyBag now) => await plugin.Client.DiffAsync(
            new()
            {
                Urn = Urn,
                Type = Type,
                Id = "lb-1/x",
                Olds = Wire(state),
                OldInputs = Wire(old),
                News = Wire(now)
            }, cancellationToken: Token);
    }

    [Fact]
    public async Task Update_and_delete_see_old_and_new()
    {
        await using var plugin = await PluginFixture.StartAsync();
        UpdateContext? update = null;
        DeleteContext? delete = null;
        plugin.Package.Thing.OnUpdate = context =>
        {
            update = context;
            return new(context.Id, context.Inputs);
        };
        plugin.Package.Thing.OnDeletion = context => delete = context;
        var old = Inputs.With(FakeResource.Count, 1);
        var state = Inputs.With(FakeResource.Count, 2);
        var @new = Inputs.With(FakeResource.Count, 3);

        await plugin.Client.UpdateAsync(
            new() { Urn = Urn, Type = Type, Id = "x", OldInputs = Wire(old), Olds = Wire(state), News = Wire(@new), Preview = true },
            cancellationToken: Token);
        await plugin.Client.DeleteAsync(
            new() { Urn = Urn, Type = Type, Id = "x", OldInputs = Wire(old), Properties = Wire(state) }, cancellationToken: Token);

        Assert.True(update!.Preview);
        Assert.Equal([1, 2, 3], new[] { update.OldInputs, update.State, update.Inputs }.Select(static bag => bag.Get(FakeResource.Count)));
        Assert.Equal("x", delete!.Id);
        Assert.Equal([1, 2], new[] { delete.OldInputs, delete.State }.Select(static bag => bag.Get(FakeResource.Count)));
    }

    [Fact]
    public async Task A_type_of_another_version_is_not_found()
    {
        await using var plugin = await PluginFixture.StartAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await plugin.Client.CreateAsync(new() { Urn = Urn, Type = "fake:index:Other" }, cancellationToken: Token));

        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
        Assert.Contains("fake:index:Other", failure.Status.Detail, StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Struct Wire(PropertyBag bag) => ValueEncoder.Encode(bag.Value);
}
