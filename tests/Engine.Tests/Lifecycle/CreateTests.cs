using Engine.Configuration;
using Engine.State;
using Engine.Tests.Fakes;
using Engine.Values;
using Grpc.Core;
using Pulumirpc;

namespace Engine.Tests.Lifecycle;

public sealed class CreateTests
{
    [Fact]
    public async Task A_new_resource_is_checked_and_created_after_its_provider_was_configured()
    {
        await using var stack = await Stack.StartAsync();

        var result = await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));

        Assert.True(result.Good, stack.Printed);
        Assert.Equal(["Handshake", "GetPluginInfo", "CheckConfig", "Configure", "Check", "Create", "Cancel"], stack.Provider.Methods());
        var check = Assert.Single(stack.Provider.Requests<CheckRequest>("Check"));
        Assert.Equal("{}", Literal.Text(check.Olds));
        Assert.Equal("""{"name":"alpha"}""", Literal.Text(check.News));
        Assert.Equal("a", check.Name);
        Assert.Equal("fake:index:Thing", check.Type);
        Assert.Equal(32, check.RandomSeed.Length);
        var create = Assert.Single(stack.Provider.Requests<CreateRequest>("Create"));
        Assert.Equal("""{"name":"alpha"}""", Literal.Text(create.Properties));
        Assert.False(create.Preview);
        Assert.Equal(0, create.Timeout);
    }

    [Fact]
    public async Task The_entry_holds_what_check_and_create_answered()
    {
        await using var stack = await Stack.StartAsync();
        stack.Provider.OnCheck = request =>
        {
            CheckResponse response = new() { Inputs = request.News.Clone() };
            response.Inputs.Fields["names"] = Google.Protobuf.WellKnownTypes.Value.ForString("default");
            return response;
        };

        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }, request =>
        {
            request.CustomTimeouts = new RegisterResourceRequest.Types.CustomTimeouts { Create = "420000000000ns" };
            request.AdditionalSecretOutputs.Add("serial");
        }));

        var entry = stack.Store.Entry("a");
        Assert.Equal("a-1", entry.Id);
        Assert.Equal("""{"name":"alpha","names":"default"}""", Literal.Text(entry.Inputs));
        Assert.True(PropertyValue.IsSecret(entry.Outputs!.Fields["serial"]));
        Assert.Equal(["name"], entry.PropertyDependencies.Keys);
        Assert.Equal(stack.Time.GetUtcNow(), entry.Created);
        Assert.Equal(420, Assert.Single(stack.Provider.Requests<CreateRequest>("Create")).Timeout);
        var provider = stack.Store.Entry("default_1_2_3");
        Assert.Equal($"{provider.Urn}::{provider.Id}", entry.Provider);
        Assert.Equal("""{"__internal":{},"version":"1.2.3"}""", Literal.Text(provider.Inputs));
        Assert.Equal("", provider.Parent);
    }

    [Fact]
    public async Task A_preview_asks_for_a_preview_and_leaves_unknowns_and_the_id_out()
    {
        await using var stack = await Stack.StartAsync();
        RegisterResourceResponse? answer = null;

        var result = await stack.PreviewAsync(async program => answer = await program.ThingAsync("a", new { name = "alpha" }));

        Assert.True(result.Good);
        Assert.True(Assert.Single(stack.Provider.Requests<CreateRequest>("Create")).Preview);
        Assert.Equal(Sentinels.Unknown, Assert.Single(stack.Provider.Requests<ConfigureRequest>("Configure")).Id);
        Assert.Equal("", answer!.Id);
        Assert.Equal("""{"name":"alpha"}""", Literal.Text(answer.Object));
        Assert.Empty(stack.Store.State.Resources);
    }

    [Fact]
    public async Task A_create_is_pending_in_the_saved_state_while_it_runs()
    {
        await using var stack = await Stack.StartAsync();
        Snapshot? during = null;
        stack.Provider.OnCreate = _ =>
        {
            during = stack.Store.State;
            return null;
        };

        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));

        var pending = Assert.Single(during!.Pending);
        Assert.Equal(("creating", Stack.UrnOf("a")), (pending.Type, pending.Entry.Urn));
        Assert.Empty(stack.Store.State.Pending);
    }

    [Fact]
    public async Task A_plain_failure_leaves_no_entry_and_the_registration_unanswered()
    {
        await using var stack = await Stack.StartAsync();
        stack.Provider.OnCreate = _ => throw new RpcException(new Status(StatusCode.ResourceExhausted, "quota exceeded"));
        var answered = false;

        var result = await stack.UpAsync(async program =>
        {
            await program.ThingAsync("a", new { name = "alpha" });
            answered = true;
        });

        Assert.False(result.Good);
        Assert.False(answered);
        Assert.DoesNotContain(stack.Store.State.Resources, entry => entry.Urn == Stack.UrnOf("a"));
        Assert.Contains("error: quota exceeded", stack.Printed, StringComparison.Ordinal);
        Assert.Contains("error: update failed", stack.Printed, StringComparison.Ordinal);
        Assert.Empty(stack.Store.State.Pending);
    }

    [Fact]
    public async Task Every_check_failure_is_told_and_nothing_is_created()
    {
        await using var stack = await Stack.StartAsync();
        stack.Provider.OnCheck = _ => new CheckResponse
        {
            Failures =
            {
                new CheckFailure { Property = "name", Reason = "must start with a letter" },
                new CheckFailure { Property = "tags.env", Reason = "unknown environment" },
            },
        };

        var result = await stack.UpAsync(program => program.ThingAsync("a", new { name = "1" }));

        Assert.False(result.Good);
        Assert.Contains(
            "error: fake:index:Thing resource 'a': property name value {1} has a problem: must start with a letter",
            stack.Printed,
            StringComparison.Ordinal);
        Assert.Contains("property tags.env value {<nil>} has a problem: unknown environment", stack.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("update failed", stack.Printed, StringComparison.Ordinal);
        Assert.Empty(stack.Provider.Methods("Create"));
    }

    [Fact]
    public async Task The_default_provider_gets_the_configuration_of_its_package()
    {
        await using var stack = await Stack.StartAsync();
        stack.Settings = new StackSettings(
            new Dictionary<string, string>
            {
                ["fake:region"] = "eu",
                ["fake:token"] = "hunter2",
                ["fake:labels"] = """{"team":"net"}""",
                ["proj:x"] = "y"
            },
            new HashSet<string> { "fake:token" },
            [],
            null);

        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));

        var check = Assert.Single(stack.Provider.Requests<CheckRequest>("CheckConfig"));
        Assert.Equal(
            """{"labels":"{\u0022team\u0022:\u0022net\u0022}","region":"eu","token":"hunter2","version":"1.2.3"}""",
            Literal.Text(check.News));
        var configure = Assert.Single(stack.Provider.Requests<ConfigureRequest>("Configure"));
        Assert.True(PropertyValue.IsSecret(configure.Args.Fields["token"]));
        Assert.Equal("1.2.3", configure.Args.Fields["version"].StringValue);
#pragma warning disable CS0612 // What the real engine sends.
        Assert.Equal("hunter2", configure.Variables["fake:config:token"]);
        Assert.DoesNotContain("fake:config:version", configure.Variables.Keys);
#pragma warning restore CS0612
        Assert.True(configure.SendsOldInputs && configure.SendsOldInputsToDelete && configure.AcceptSecrets && configure.AcceptResources);
        Assert.True(PropertyValue.IsSecret(stack.Store.Entry("default_1_2_3").Inputs!.Fields["token"]));
    }
}
