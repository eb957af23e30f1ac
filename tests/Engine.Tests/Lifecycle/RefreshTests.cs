using Engine.Tests.Fakes;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Tests.Lifecycle;

public sealed class RefreshTests
{
    [Fact]
    public async Task Drift_is_taken_into_the_state_and_shown_the_right_way_round()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha", tag = "one" }));
        stack.Provider.OnRead = request => new ReadResponse
        {
            Id = request.Id,
            Inputs = Literal.Struct(new { name = "alpha", tag = "drifted" }),
            Properties = Literal.Struct(new { name = "alpha", tag = "drifted", serial = 1 }),
        };
        stack.NextCommand();

        var result = await stack.RefreshAsync();

        Assert.True(result.Good);
        Assert.Equal(["Handshake", "GetPluginInfo", "Configure", "Read", "Diff", "Cancel"], stack.Provider.Methods());
        var read = Assert.Single(stack.Provider.Requests<ReadRequest>("Read"));
        Assert.Equal("""{"name":"alpha","serial":1,"tag":"one"}""", Literal.Text(read.Properties));
        Assert.Equal("""{"name":"alpha","tag":"one"}""", Literal.Text(read.Inputs));
        var diff = Assert.Single(stack.Provider.Requests<DiffRequest>("Diff"));
        Assert.Equal("""{"name":"alpha","serial":1,"tag":"drifted"}""", Literal.Text(diff.Olds));
        Assert.Equal("""{"name":"alpha","tag":"one"}""", Literal.Text(diff.News));
        Assert.Contains("""~ tag: "one" => "drifted" """.TrimEnd(), stack.Printed, StringComparison.Ordinal);
        Assert.Equal("drifted", stack.Store.Entry("a").Inputs!.Fields["tag"].StringValue);
        Assert.Equal(stack.Time.GetUtcNow(), stack.Store.Entry("a").Modified);
    }

    [Fact]
    public async Task A_refresh_without_drift_is_silent()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));
        var before = stack.Store.Entry("a");
        stack.NextCommand();

        var result = await stack.RefreshAsync();

        Assert.Equal(0, result.Changes);
        Assert.Equal(before.Modified, stack.Store.Entry("a").Modified);
        Assert.Contains("    2 unchanged", stack.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_that_is_gone_leaves_the_state_and_the_dependencies_of_others()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(async program =>
        {
            var a = await program.ThingAsync("a", new { name = "alpha" });
            await program.ThingAsync("b", new { name = "bee" }, request => request.Dependencies.Add(a.Urn));
        });
        stack.Provider.OnRead = request => request.Name == "a" ? new ReadResponse() : null;
        stack.NextCommand();

        await stack.RefreshAsync();

        Assert.DoesNotContain(stack.Store.State.Resources, entry => entry.Urn == Stack.UrnOf("a"));
        Assert.Empty(stack.Store.Entry("b").Dependencies);
        Assert.Equal("b", Assert.Single(stack.Provider.Requests<DiffRequest>("Diff")).Name);
    }

    [Fact]
    public async Task An_unhealthy_object_is_a_warning_and_a_clean_read_heals_it()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));
        stack.Provider.OnRead = request => throw EndTests.InitFailed(request.Id, request.Properties, "still not ready");

        var unhealthy = await stack.RefreshAsync();

        Assert.True(unhealthy.Good);
        Assert.Equal(["still not ready"], stack.Store.Entry("a").InitErrors);
        Assert.Contains("warning: Refreshed resource is in an unhealthy state:", stack.Printed, StringComparison.Ordinal);
        stack.Provider.OnRead = _ => null;
        await stack.RefreshAsync();
        Assert.Empty(stack.Store.Entry("a").InitErrors);
    }

    [Fact]
    public async Task A_preview_of_a_refresh_changes_nothing()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));
        var before = stack.Store.State;
        stack.Provider.OnRead = _ => new ReadResponse();
        stack.NextCommand();

        var result = await stack.RefreshAsync(dryRun: true);

        Assert.Equal(1, result.Changes);
        Assert.Same(before, stack.Store.State);
    }

    [Fact]
    public async Task A_resource_that_asked_for_it_is_read_before_even_a_preview()
    {
        await using var stack = await Stack.StartAsync();
        stack.Provider.OnCreate = request => new CreateResponse
        {
            Id = "a-1",
            Properties = request.Properties,
            RefreshBeforeUpdate = request.Name == "a"
        };
        await stack.UpAsync(Program);
        stack.Provider.OnRead = request => new ReadResponse
        {
            Id = request.Id,
            Inputs = request.Inputs,
            Properties = Literal.Struct(new { name = "alpha", found = "new" }),
            RefreshBeforeUpdate = true,
        };
        stack.NextCommand();

        await stack.PreviewAsync(Program);

        Assert.Equal("a", Assert.Single(stack.Provider.Requests<ReadRequest>("Read")).Name);
        Assert.Equal(["Read", "Diff", "Check", "Diff", "Check", "Diff"], stack.Provider.Methods("Read", "Check", "Diff"));
        var diff = stack.Provider.Requests<DiffRequest>("Diff").Last(request => request.Name == "a");
        Assert.Equal("""{"found":"new","name":"alpha"}""", Literal.Text(diff.Olds));

        static async Task Program(FakeProgram.Client program)
        {
            await program.ThingAsync("a", new { name = "alpha" });
            await program.ThingAsync("b", new { name = "bee" });
        }
    }

    [Fact]
    public async Task The_provider_that_read_goes_on_for_the_program()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));
        stack.NextCommand();

        var result = await stack.UpAsync(
            program => program.ThingAsync("a", new { name = "alpha" }), new EngineOptions { Action = EngineAction.Up, Refresh = true });

        Assert.True(result.Good);
        Assert.Equal(
            ["Configure", "Read", "Diff", "CheckConfig", "DiffConfig", "Check", "Diff", "Cancel", "Cancel"],
            stack.Provider.Methods("CheckConfig", "DiffConfig", "Configure", "Read", "Check", "Diff", "Cancel"));
    }

    [Fact]
    public async Task A_destroy_may_read_before_and_does_not_delete_what_is_gone()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(async program =>
        {
            await program.ThingAsync("a", new { name = "alpha" });
            await program.ThingAsync("b", new { name = "bee" });
        });
        stack.Provider.OnRead = static request => request.Name == "a" ? new ReadResponse() : null;
        stack.NextCommand();

        var result = await stack.NewSession(
            null,
            new EngineOptions { Action = EngineAction.Destroy, Refresh = true },
            TestContext.Current.CancellationToken)
            .DestroyAsync(dryRun: false);

        Assert.True(result.Good, stack.Printed);
        Assert.Equal(["Read", "Read", "Delete"], stack.Provider.Methods("Read", "Delete"));
        Assert.Empty(stack.Store.State.Resources);
    }

    [Fact]
    public async Task A_read_resource_is_read_on_every_run_and_never_changed()
    {
        await using var stack = await Stack.StartAsync();
        stack.Provider.OnRead = request => new ReadResponse
        {
            Id = request.Id,
            Properties = Literal.Struct(new { name = "external" }),
            Inputs = new Struct()
        };

        await stack.PreviewAsync(Get);
        await stack.UpAsync(Get);

        Assert.Equal(2, stack.Provider.Methods("Read").Length);
        Assert.All(
            stack.Provider.Requests<ReadRequest>("Read"),
            read => Assert.Equal(("{}", "{}"), (Literal.Text(read.Properties), Literal.Text(read.Inputs))));
        Assert.Empty(stack.Provider.Methods("Check", "Diff", "Create"));
        var entry = stack.Store.Entry("ext");
        Assert.True(entry.External);
        Assert.Null(entry.Created);

        static async Task Get(FakeProgram.Client program) => await program.Monitor.ReadResourceAsync(new ReadResourceRequest
        {
            Id = "ext-1",
            Type = "fake:index:Thing",
            Name = "ext",
            Parent = program.StackUrn,
            Properties = new Struct(),
            Version = "1.2.3",
            AcceptSecrets = true,
        });
    }

    [Fact]
    public async Task A_resource_that_is_not_made_yet_is_not_read_in_a_preview()
    {
        await using var stack = await Stack.StartAsync();

        var result = await stack.PreviewAsync(async program =>
        {
            var thing = await program.ThingAsync("thing", new { name = "one" });
            Assert.Empty(thing.Id);
            var read = await program.Monitor.ReadResourceAsync(new ReadResourceRequest
            {
                Id = Sentinels.Unknown,
                Type = "fake:index:Thing",
                Name = "ext",
                Parent = program.StackUrn,
                Properties = new Struct(),
                Version = "1.2.3",
            });
            Assert.Empty(read.Properties.Fields);
        });

        Assert.True(result.Good, stack.Printed);
        Assert.Empty(stack.Provider.Methods("Read"));
    }
}
