using Engine.State;
using Engine.Tests.Fakes;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace Engine.Tests.Lifecycle;

public sealed class EndTests
{
    [Fact]
    public async Task What_the_program_drops_is_deleted_after_its_end_dependents_first()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(async program =>
        {
            var a = await program.ThingAsync("a", new { name = "alpha" });
            await program.ThingAsync("b", new { name = "bee" }, request => request.Dependencies.Add(a.Urn));
        });
        stack.NextCommand();

        await stack.UpAsync(program => program.OutputsAsync(new { done = true }));

        Assert.Equal(["b", "a"], stack.Provider.Requests<DeleteRequest>("Delete").Select(request => request.Name));
        // The default provider goes with the last resource that used it.
        Assert.Equal(["proj-dev"], stack.Store.State.Resources.Select(entry => Urn.Name(entry.Urn)));
        Assert.Equal("""{"done":true}""", Literal.Text(stack.Store.Entry("proj-dev").Outputs));
    }

    [Fact]
    public async Task A_preview_deletes_nothing()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));
        stack.NextCommand();

        var result = await stack.PreviewAsync(_ => Task.CompletedTask);

        // The provider is configured all the same: what is wrong with its configuration is seen in the preview.
        Assert.Equal(["Handshake", "GetPluginInfo", "Configure", "Cancel"], stack.Provider.Methods());
        Assert.Equal(1, result.Changes);
        Assert.Contains(" -  fake:index:Thing a delete", stack.Printed, StringComparison.Ordinal);
        Assert.Equal("a-1", stack.Store.Entry("a").Id);
    }

    [Fact]
    public async Task Nothing_is_deleted_when_the_program_failed()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));
        stack.NextCommand();
        stack.Provider.OnCreate = _ => throw new RpcException(new Status(StatusCode.Internal, "no"));

        await stack.UpAsync(program => program.ThingAsync("b", new { name = "bee" }));

        Assert.Empty(stack.Provider.Methods("Delete"));
        Assert.Equal("a-1", stack.Store.Entry("a").Id);
    }

    [Fact]
    public async Task Destroy_configures_from_the_state_and_deletes_everything_but_what_is_protected()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(async program =>
        {
            await program.ThingAsync("kept", new { name = "k" }, request => request.Protect = true);
            var a = await program.ThingAsync("a", new { name = "alpha" });
            await program.ThingAsync("b", new { name = "bee" }, request => request.Dependencies.Add(a.Urn));
        });
        stack.NextCommand();

        var result = await stack.DestroyAsync();

        Assert.False(result.Good);
        Assert.Equal(
            ["Handshake", "GetPluginInfo", "Configure", "Delete", "Delete", "Cancel"], stack.Provider.Methods());
        Assert.Equal(["b", "a"], stack.Provider.Requests<DeleteRequest>("Delete").Select(request => request.Name));
        Assert.Equal(["proj-dev", "default_1_2_3", "kept"], stack.Store.State.Resources.Select(entry => Urn.Name(entry.Urn)));
        Assert.Contains("because it is protected", stack.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_retained_is_only_forgotten()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }, request => request.RetainOnDelete = true));
        stack.NextCommand();

        await stack.UpAsync(_ => Task.CompletedTask);

        Assert.Empty(stack.Provider.Methods("Delete"));
        Assert.DoesNotContain(stack.Store.State.Resources, entry => entry.Urn == Stack.UrnOf("a"));
    }

    [Fact]
    public async Task A_half_done_create_is_kept_with_its_reasons_and_updated_by_the_next_run()
    {
        await using var stack = await Stack.StartAsync();
        stack.Provider.OnCreate = request => throw InitFailed("a-7", request.Properties, "not ready", "second reason");
        var failed = await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));
        Assert.False(failed.Good);
        Assert.Equal(["not ready", "second reason"], stack.Store.Entry("a").InitErrors);
        Assert.Contains("error: 2 errors occurred:", stack.Printed, StringComparison.Ordinal);
        stack.Provider.OnCreate = _ => null;
        stack.NextCommand();

        var result = await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));

        Assert.True(result.Good);
        var update = Assert.Single(stack.Provider.Requests<UpdateRequest>("Update"));
        Assert.Equal("a-7", update.Id);
        Assert.Empty(stack.Store.Entry("a").InitErrors);
    }

    [Fact]
    public async Task A_half_done_update_keeps_the_old_inputs()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha", tag = "one" }));
        stack.Provider.OnUpdate = request => throw InitFailed("a-1", request.News, "not ready");
        stack.NextCommand();

        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha", tag = "two" }));

        var entry = stack.Store.Entry("a");
        Assert.Equal("""{"name":"alpha","tag":"one"}""", Literal.Text(entry.Inputs));
        Assert.Equal("""{"name":"alpha","tag":"two"}""", Literal.Text(entry.Outputs));
        Assert.Equal(["not ready"], entry.InitErrors);
    }

    [Fact]
    public async Task After_cancellation_running_operations_finish_and_nothing_new_begins()
    {
        await using var stack = await Stack.StartAsync();
        using var cancellation = new CancellationTokenSource();
        stack.Provider.OnCreate = request =>
        {
            if (request.Name == "a")
            {
                cancellation.Cancel();
            }

            return null;
        };

        var result = await stack.NewSession(
            async program =>
            {
                await program.ThingAsync("a", new { name = "alpha" });
                await program.ThingAsync("b", new { name = "bee" });
            },
            null,
            cancellation.Token).UpdateAsync(dryRun: false);

        Assert.False(result.Good);
        Assert.Equal("a-1", stack.Store.Entry("a").Id);
        Assert.DoesNotContain(stack.Store.State.Resources, entry => entry.Urn == Stack.UrnOf("b"));
        Assert.Contains("error: update canceled", stack.Printed, StringComparison.Ordinal);
        Assert.Equal("Cancel", stack.Provider.Methods("Cancel", "Create")[1]);
    }

    internal static RpcException InitFailed(string id, Struct properties, params string[] reasons)
    {
        var status = new Google.Rpc.Status
        {
            Code = (int)StatusCode.Unknown,
            Message = "it is there but not ready",
            Details = { Any.Pack(new ErrorResourceInitFailed { Id = id, Properties = properties, Reasons = { reasons } }) },
        };
        return status.ToRpcException();
    }
}
