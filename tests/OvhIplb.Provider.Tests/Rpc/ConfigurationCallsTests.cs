using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OvhIplb.Provider.Framework.Schema;
using Pulumirpc;

namespace OvhIplb.Provider.Tests.Rpc;

public sealed class ConfigurationCallsTests
{
    [Fact]
    public async Task Values_arrive_as_json_text_or_as_they_are()
    {
        await using var plugin = await PluginFixture.StartAsync();
        await plugin.Client.ConfigureAsync(
            new()
            {
                Args = Wire(
                    ("strict", Value.ForString("true")),
                    ("resolvers", Value.ForString("[ \"192.0.2.1\" ]")),
                    ("version", Value.ForString("1.2.3"))),
            },
            cancellationToken: Token);
        var first = plugin.Package.Configuration!;
        await plugin.Client.ConfigureAsync(
            new() { Args = Wire(("strict", Value.ForBool(true)), ("resolvers", Value.ForList(Value.ForString("192.0.2.1")))) },
            cancellationToken: Token);
        var second = plugin.Package.Configuration!;

        foreach (var configuration in (PropertyBag[])[first, second])
        {
            Assert.True(configuration.Get(FakePackage.Strict));
            Assert.Equal(["192.0.2.1"], configuration.Get(FakePackage.Resolvers));
        }
    }

    [Fact]
    public async Task Old_engines_send_variables_only()
    {
        await using var plugin = await PluginFixture.StartAsync();
        var request = new ConfigureRequest();
#pragma warning disable CS0612 // What this test is about.
        request.Variables.Add("fake:config:endpoint", "here");
        request.Variables.Add("other:config:endpoint", "there");
#pragma warning restore CS0612

        await plugin.Client.ConfigureAsync(request, cancellationToken: Token);

        Assert.Equal("here", plugin.Package.Configuration!.Get(FakePackage.Endpoint));
    }

    [Fact]
    public async Task Unknowns_are_tolerated()
    {
        await using var plugin = await PluginFixture.StartAsync();

        var answer = await plugin.Client.ConfigureAsync(
            new() { Args = Wire(("endpoint", Value.ForString("04da6b54-80e4-46f7-96ec-b56ff0331ba9"))) }, cancellationToken: Token);

        Assert.True(plugin.Package.Configuration!.IsUnknown(FakePackage.Endpoint));
        Assert.Equal(new() { AcceptSecrets = true, AcceptResources = true, SupportsPreview = true }, answer);
    }

    [Fact]
    public async Task Check_says_what_is_wrong_and_lets_the_engine_s_own_keys_pass()
    {
        await using var plugin = await PluginFixture.StartAsync();
        var news = Wire(
            ("endpoint", Value.ForString("nowhere")),
            ("strict", Value.ForString("perhaps")),
            ("tokn", Value.ForString("x")),
            ("version", Value.ForString("1.2.3")),
            ("pluginDownloadURL", Value.ForString("github://x")),
            ("__internal", Value.ForStruct(new())));

        var answer = await plugin.Client.CheckConfigAsync(new() { News = news }, cancellationToken: Token);

        Assert.Equal(news, answer.Inputs);
        Assert.Equal(["", "strict", "endpoint"], answer.Failures.Select(static failure => failure.Property));
        Assert.Contains("'tokn'", answer.Failures[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_of_a_project_that_is_called_as_the_package_are_told_for_what_they_are()
    {
        await using var plugin = await PluginFixture.StartAsync();
        var news = Wire(
            ("endpont", Value.ForString("here")), ("serviceName", Value.ForString("lb")), ("names", Value.ForString(
                "[]")), ("version", Value.ForString("1.2.3")));

        var shared = await plugin.Client.CheckConfigAsync(
            new() { Urn = "urn:pulumi:dev::fake::pulumi:providers:fake::default_1_2_3", News = news }, cancellationToken: Token);
        var other = await plugin.Client.CheckConfigAsync(
            new() { Urn = "urn:pulumi:dev::shop::pulumi:providers:fake::default_1_2_3", News = news }, cancellationToken: Token);

        Assert.Equal(2, shared.Failures.Count);
        Assert.Contains("'endpont'; did you mean 'endpoint'?", shared.Failures[0].Reason, StringComparison.Ordinal);
        Assert.Equal(
            "the project is called 'fake', as this package is, so the project's own settings are taken for settings of the provider: "
                + "names, serviceName. "
            + "Call the project something else in Pulumi.yaml, and begin its settings with that name instead of 'fake:'",
            shared.Failures[1].Reason);
        Assert.Equal(3, other.Failures.Count);
        Assert.DoesNotContain(other.Failures, static failure => failure.Reason.Contains("the project", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_marks_credentials_secret_also_where_the_configuration_has_them_in_the_clear()
    {
        await using var plugin = await PluginFixture.StartAsync();
        var news = Wire(("endpoint", Value.ForString("here")), ("token", Value.ForString("hidden")));

        var answer = await plugin.Client.CheckConfigAsync(new() { News = news }, cancellationToken: Token);

        var token = answer.Inputs.Fields["token"].StructValue.Fields;
        Assert.Equal("1b47061264138c4ac30d75fd1eb44270", token["4dabf18193072939515e22adb298388d"].StringValue);
        Assert.Equal("hidden", token["value"].StringValue);
        Assert.Equal("here", answer.Inputs.Fields["endpoint"].StringValue);
    }

    [Fact]
    public async Task Diff_replaces_only_where_declared_and_compares_meaning()
    {
        await using var plugin = await PluginFixture.StartAsync();
        var old = Wire(("endpoint", Value.ForString("here")), ("strict", Value.ForString("true")));
        var same = Wire(("endpoint", Value.ForString("here")), ("strict", Value.ForBool(true)));
        var moved = Wire(("endpoint", Value.ForString("there")), ("strict", Value.ForString("false")));

        var none = await plugin.Client.DiffConfigAsync(new() { OldInputs = old, Olds = old, News = same }, cancellationToken: Token);
        var some = await plugin.Client.DiffConfigAsync(new() { OldInputs = old, Olds = old, News = moved }, cancellationToken: Token);

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, none.Changes);
        Assert.Equal(["endpoint"], some.Replaces);
        Assert.Equal(["endpoint", "strict"], some.Diffs);
    }

    [Fact]
    public async Task Configure_refuses_what_is_malformed_but_not_a_key_of_another_version()
    {
        await using var plugin = await PluginFixture.StartAsync();

        await plugin.Client.ConfigureAsync(new() { Args = Wire(("retired", Value.ForString("x"))) }, cancellationToken: Token);
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await plugin.Client.ConfigureAsync(
            new() { Args = Wire(("strict", Value.ForString("perhaps"))) }, cancellationToken: Token));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Equal("strict: must be true or false, not a string", failure.Status.Detail);
    }

    [Fact]
    public async Task Json_that_is_no_text_is_refused_like_any_other_string()
    {
        await using var plugin = await PluginFixture.StartAsync();

        var answer = await plugin.Client.CheckConfigAsync(
            new() { News = Wire(("token", Value.ForString("t")), ("strict", Value.ForString("\"\\ud800\""))) }, cancellationToken: Token);

        var failure = Assert.Single(answer.Failures);
        Assert.Equal(("strict", "must be true or false, not a string"), (failure.Property, failure.Reason));
    }

    [Fact]
    public async Task Missing_keys_are_named_with_their_namespace()
    {
        await using var plugin = await PluginFixture.StartAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await plugin.Client.ConfigureAsync(
            new() { Args = Wire(("endpoint", Value.ForString("locked"))) }, cancellationToken: Token));

        var key = Assert.Single(failure.GetRpcStatus()!.GetDetail<ConfigureErrorMissingKeys>()!.MissingKeys);
        Assert.Equal(("fake:token", "The secret to get in."), (key.Name, key.Description));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Struct Wire(params (string Name, Value Value)[] fields)
    {
        var wire = new Struct();
        foreach (var (name, value) in fields)
        {
            wire.Fields.Add(name, value);
        }

        return wire;
    }
}
