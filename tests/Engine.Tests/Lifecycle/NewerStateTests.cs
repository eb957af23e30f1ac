using System.Text.Json.Nodes;
using Engine.State;
using Engine.Tests.Fakes;
using Pulumirpc;

namespace Engine.Tests.Lifecycle;

/// <summary>States that a newer Pulumi wrote, and what they ask for.</summary>
public sealed class NewerStateTests
{
    [Fact]
    public async Task What_is_tainted_is_replaced_once()
    {
        await using var stack = await StartAsync(entry => entry with { Taint = true });

        var preview = await stack.PreviewAsync(ThingAsync);
        Assert.Equal((true, 1), (preview.Good, preview.Counts.Replaced));
        stack.NextCommand();
        Assert.True((await stack.UpAsync(ThingAsync)).Good, stack.Printed);

        Assert.Equal(["Create", "Delete"], stack.Provider.Methods("Create", "Update", "Delete"));
        Assert.False(stack.Store.Entry("a").Taint);
        stack.NextCommand();
        await stack.UpAsync(ThingAsync);
        Assert.Empty(stack.Provider.Methods("Create", "Update", "Delete"));
    }

    [Fact]
    public async Task What_this_engine_does_nothing_with_stays_until_the_resource_is_another()
    {
        await using var stack = await StartAsync(
            static entry => entry with { Rest = new JsonObject { ["sourcePosition"] = "project:///Program.cs" } });

        await stack.UpAsync(ThingAsync);
        await stack.RefreshAsync();
        await stack.UpAsync(static program => program.ThingAsync("a", new { name = "alpha", note = "changed" }));
        Assert.NotNull(stack.Store.Entry("a").Rest);

        await stack.UpAsync(static program => program.ThingAsync("a", new { name = "beta" }));
        Assert.Null(stack.Store.Entry("a").Rest);
    }

    [Fact]
    public async Task Hooks_are_said_not_to_be_run()
    {
        await using var stack = await StartAsync(static entry => entry with
        {
            Rest = new JsonObject
            {
                ["resourceHooks"] = new JsonObject { ["beforeDelete"] = new JsonArray("ask") }
            }
        });

        await stack.UpAsync(ThingAsync);
        Assert.Contains("The embedded engine does not run hooks.", stack.Printed, StringComparison.Ordinal);
        stack.NextCommand();
        await stack.DestroyAsync();
        Assert.Contains("The embedded engine does not run hooks.", stack.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_not_run_beside_snippets()
    {
        await using var stack = await StartAsync(static entry => entry);
        stack.Store.State = stack.Store.State with { HasSnippets = true };

        var refused = await Assert.ThrowsAsync<UserException>(() => stack.PreviewAsync(ThingAsync));

        Assert.StartsWith("the state has snippets", refused.Message, StringComparison.Ordinal);
        Assert.Empty(stack.Provider.Methods());
    }

    private static Task<RegisterResourceResponse> ThingAsync(FakeProgram.Client program) => program.ThingAsync("a", new { name = "alpha" });

    private static async Task<Stack> StartAsync(Func<ResourceEntry, ResourceEntry> change)
    {
        var stack = await Stack.StartAsync();
        await stack.UpAsync(ThingAsync);
        stack.Store.State = stack.Store.State with
        {
            Resources = [.. stack.Store.State.Resources.Select(entry => Urn.Name(entry.Urn) == "a" ? change(entry) : entry)],
        };
        stack.NextCommand();
        return stack;
    }
}
