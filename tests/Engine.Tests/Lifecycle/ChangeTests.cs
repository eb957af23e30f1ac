using Engine.Tests.Fakes;
using Engine.Values;
using Pulumirpc;

namespace Engine.Tests.Lifecycle;

public sealed class ChangeTests
{
    [Fact]
    public async Task Without_a_difference_nothing_but_check_and_diff_is_called()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));
        var before = stack.Store.Entry("a");
        stack.NextCommand();

        var result = await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));

        Assert.Equal(
            ["Handshake", "GetPluginInfo", "CheckConfig", "DiffConfig", "Configure", "Check", "Diff", "Cancel"], stack.Provider.Methods());
        var diff = Assert.Single(stack.Provider.Requests<DiffRequest>("Diff"));
        Assert.Equal("a-1", diff.Id);
        Assert.Equal("""{"name":"alpha","serial":1}""", Literal.Text(diff.Olds));
        Assert.Equal("""{"name":"alpha"}""", Literal.Text(diff.OldInputs));
        Assert.Equal("""{"name":"alpha"}""", Literal.Text(Assert.Single(stack.Provider.Requests<CheckRequest>("Check")).Olds));
        Assert.Equal(0, result.Changes);
        Assert.Equal((before.Created, before.Modified), (stack.Store.Entry("a").Created, stack.Store.Entry("a").Modified));
    }

    [Fact]
    public async Task A_difference_is_updated_with_the_old_outputs_and_inputs()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha", tag = "one" }));
        var created = stack.Time.GetUtcNow();
        stack.NextCommand();

        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha", tag = "two" }));

        var update = Assert.Single(stack.Provider.Requests<UpdateRequest>("Update"));
        Assert.Equal("""{"name":"alpha","serial":1,"tag":"one"}""", Literal.Text(update.Olds));
        Assert.Equal("""{"name":"alpha","tag":"one"}""", Literal.Text(update.OldInputs));
        Assert.Equal("""{"name":"alpha","tag":"two"}""", Literal.Text(update.News));
        Assert.Equal((created, created.AddMinutes(1)), (stack.Store.Entry("a").Created!.Value, stack.Store.Entry("a").Modified!.Value));
        Assert.Contains("""      ~ tag: "one" => "two" """.TrimEnd(), stack.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replacement_is_checked_anew_created_and_the_old_object_deleted_last()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));
        stack.NextCommand();

        await stack.UpAsync(async program =>
        {
            await program.ThingAsync("a", new { name = "alpha2" });
            await program.ThingAsync("z", new { name = "zed" });
        });

        Assert.Equal(
            ["Check", "Diff", "Check", "Create", "Check", "Create", "Delete"],
            stack.Provider.Methods("Check", "Diff", "Create", "Update", "Delete"));
        var checks = stack.Provider.Requests<CheckRequest>("Check");
        Assert.Equal("""{"name":"alpha"}""", Literal.Text(checks[0].Olds));
        Assert.Equal("{}", Literal.Text(checks[1].Olds));
        Assert.Equal(checks[0].RandomSeed, checks[1].RandomSeed);
        var delete = Assert.Single(stack.Provider.Requests<DeleteRequest>("Delete"));
        Assert.Equal("a-1", delete.Id);
        Assert.Equal("""{"name":"alpha","serial":1}""", Literal.Text(delete.Properties));
        Assert.Equal("""{"name":"alpha"}""", Literal.Text(delete.OldInputs));
        Assert.Equal("a-2", stack.Store.Entry("a").Id);
        Assert.DoesNotContain(stack.Store.State.Resources, entry => entry.Delete);
    }

    [Fact]
    public async Task A_failed_deletion_of_a_replaced_object_is_tried_again()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));
        stack.Provider.OnDelete = _ => throw new Grpc.Core.RpcException(
            new Grpc.Core.Status(Grpc.Core.StatusCode.FailedPrecondition, "still in use"));
        var failed = await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha2" }));
        Assert.False(failed.Good);
        Assert.Equal("a-1", Assert.Single(stack.Store.State.Resources, entry => entry.Delete).Id);
        Assert.True(stack.Store.State.Resources[^1].Delete);
        stack.Provider.OnDelete = _ => { };
        stack.NextCommand();

        var result = await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha2" }));

        Assert.True(result.Good);
        Assert.Equal("a-1", Assert.Single(stack.Provider.Requests<DeleteRequest>("Delete")).Id);
        Assert.Equal("a-2", stack.Store.Entry("a").Id);
    }

    [Fact]
    public async Task Deletion_first_takes_the_dependents_that_would_be_replaced()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => Chain(program, "alpha"));
        stack.NextCommand();

        var result = await stack.UpAsync(program => Chain(program, "alpha2"));

        Assert.True(result.Good, stack.Printed);
        Assert.Equal(
            ["Check a", "Diff a", "Check a", "Diff b", "Diff c", "Delete b", "Delete a", "Create a", "Check b", "Create b", "Check c", "Diff c", "Update c"],
            stack.Provider.Calls.Where(call => call.Method is "Check" or "Diff" or "Create" or "Update" or "Delete")
                .Select(call => $"{call.Method} {NameOf(call.Request)}"));
        var asked = stack.Provider.Requests<DiffRequest>("Diff").Single(request => request.Name == "b");
        Assert.Equal(Sentinels.Unknown, asked.News.Fields["name"].StringValue);
        Assert.Equal("{}", Literal.Text(stack.Provider.Requests<CheckRequest>("Check").Single(request => request.Name == "b").Olds));
        Assert.DoesNotContain(stack.Store.State.Resources, entry => entry.PendingReplacement);
    }

    [Fact]
    public async Task What_the_program_ignores_keeps_its_old_value_from_check_on()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha", tags = new { env = "one", x = "1" } }, Ignore));
        stack.NextCommand();

        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha", tags = new { env = "two", x = "1" } }, Ignore));

        Assert.Equal(
            """{"name":"alpha","tags":{"env":"one","x":"1"}}""",
            Literal.Text(Assert.Single(stack.Provider.Requests<CheckRequest>("Check")).News));
        Assert.Equal(["tags.env"], Assert.Single(stack.Provider.Requests<DiffRequest>("Diff")).IgnoreChanges);
        Assert.Empty(stack.Provider.Methods("Update"));

        static void Ignore(RegisterResourceRequest request) => request.IgnoreChanges.Add("tags.env");
    }

    [Fact]
    public async Task A_renamed_resource_with_an_alias_stays_what_it_is()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(async program =>
        {
            var a = await program.ThingAsync("a", new { name = "alpha" });
            await program.ThingAsync("b", new { name = "bee" }, request => request.Dependencies.Add(a.Urn));
        });
        stack.NextCommand();

        var result = await stack.UpAsync(async program =>
        {
            var a = await program.ThingAsync(
                "renamed", new { name = "alpha" }, request => request.Aliases
                    .Add(new Alias { Spec = new Alias.Types.Spec { Name = "a" } }));
            await program.ThingAsync("b", new { name = "bee" }, request => request.Dependencies.Add(a.Urn));
        });

        Assert.Equal(0, result.Changes);
        Assert.Empty(stack.Provider.Methods("Create", "Delete", "Update"));
        Assert.Equal("a-1", stack.Store.Entry("renamed").Id);
        Assert.Equal([Stack.UrnOf("renamed")], stack.Store.Entry("b").Dependencies);
    }

    [Fact]
    public async Task A_protected_resource_is_not_replaced()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }, request => request.Protect = true));
        stack.NextCommand();

        var result = await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha2" }, request => request.Protect = true));

        Assert.False(result.Good);
        Assert.Equal(["Check", "Diff"], stack.Provider.Methods("Check", "Diff", "Create", "Delete"));
        Assert.Equal("a-1", stack.Store.Entry("a").Id);
        Assert.Contains("error: unable to replace resource", stack.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_default_provider_replaces_its_resources_and_deletes_the_old_with_the_old_one()
    {
        await using var stack = await Stack.StartAsync();
        stack.Settings = Region("eu");
        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));
        var oldProvider = stack.Store.Entry("default_1_2_3").Id;
        stack.Provider.OnDiffConfig = request => request.Olds.Equals(request.News) ? null : new DiffResponse
        {
            Changes = DiffResponse.Types.DiffChanges.DiffSome,
            Replaces = { "region" },
        };
        stack.Settings = Region("us");
        stack.NextCommand();

        var result = await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));

        Assert.True(result.Good, stack.Printed);
        Assert.Empty(stack.Provider.Methods("Diff"));
        Assert.Equal("a-1", Assert.Single(stack.Provider.Requests<DeleteRequest>("Delete")).Id);
        var last = stack.Provider.Requests<ConfigureRequest>("Configure")[^1];
        Assert.Equal((oldProvider, "eu"), (last.Id, last.Args.Fields["region"].StringValue));
        Assert.NotEqual(oldProvider, stack.Store.Entry("default_1_2_3").Id);
        Assert.Contains("[diff: ~provider]", stack.Printed, StringComparison.Ordinal);

        static Configuration.StackSettings Region(string region) =>
            new(new Dictionary<string, string> { ["fake:region"] = region }, new HashSet<string>(), [], null);
    }

    private static async Task Chain(FakeProgram.Client program, string name)
    {
        var a = await program.ThingAsync("a", new { name }, request =>
        {
            request.DeleteBeforeReplace = true;
            request.DeleteBeforeReplaceDefined = true;
        });
        var serial = a.Object.Fields["serial"].NumberValue;
        await program.ThingAsync("b", new { name = $"b-{serial}" }, request => DependOn(request, "name", a.Urn));
        await program.ThingAsync("c", new { name = "sea", tag = $"{serial}" }, request => DependOn(request, "tag", a.Urn));
    }

    private static void DependOn(RegisterResourceRequest request, string property, string urn)
    {
        request.Dependencies.Add(urn);
        request.PropertyDependencies[property].Urns.Add(urn);
    }

    private static string NameOf(Google.Protobuf.IMessage request) => request switch
    {
        CheckRequest check => check.Name,
        DiffRequest diff => diff.Name,
        CreateRequest create => create.Name,
        UpdateRequest update => update.Name,
        DeleteRequest delete => delete.Name,
        _ => "",
    };
}
