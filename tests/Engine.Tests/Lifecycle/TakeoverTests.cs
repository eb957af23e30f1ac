using Engine.State;
using Engine.Tests.Fakes;
using Pulumirpc;

namespace Engine.Tests.Lifecycle;

public sealed class TakeoverTests
{
    private static readonly EngineOptions Options = new()
    {
        Action = EngineAction.Import,
        Import = new ImportRequest("fake:index:Thing", "a", "imp-1"),
    };

    [Fact]
    public async Task An_imported_object_is_protected_and_has_the_inputs_its_provider_read()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => program.ThingAsync("b", new { name = "bee" }));
        stack.Provider.OnRead = request => new ReadResponse
        {
            Id = request.Id,
            Inputs = Literal.Struct(new { name = "alpha" }),
            Properties = Literal.Struct(new { name = "alpha", serial = 7 }),
        };
        stack.NextCommand();

        var result = await stack.Running(null, Options, TestContext.Current.CancellationToken).ImportAsync(dryRun: false);

        Assert.True(result.Good, stack.Printed);
        Assert.Equal(["Read", "Check"], stack.Provider.Methods("Read", "Check", "Diff", "Create", "Update", "Delete"));
        // The provider the stack uses is taken as the state has it.
        Assert.Equal(["Configure"], stack.Provider.Methods("CheckConfig", "DiffConfig", "Configure"));
        Assert.Equal(["proj-dev", "default_1_2_3", "b", "a"], stack.Store.State.Resources.Select(entry => Urn.Name(entry.Urn)));
        var entry = stack.Store.Entry("a");
        Assert.True(entry.Protect);
        Assert.Equal(("imp-1", """{"name":"alpha"}"""), (entry.Id, Literal.Text(entry.Inputs)));
        stack.NextCommand();

        var next = await stack.UpAsync(async program =>
        {
            await program.ThingAsync("b", new { name = "bee" });
            await program.ThingAsync("a", new { name = "alpha" }, request => request.Protect = true);
        });

        Assert.Equal(0, next.Changes);
    }

    [Fact]
    public async Task An_object_that_does_not_exist_changes_nothing()
    {
        await using var stack = await Stack.StartAsync();
        stack.Provider.OnRead = _ => new ReadResponse();

        var result = await stack.Running(null, Options, TestContext.Current.CancellationToken).ImportAsync(dryRun: false);

        Assert.False(result.Good);
        Assert.Contains("error: resource 'imp-1' does not exist", stack.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain(stack.Store.State.Resources, entry => entry.Urn == Stack.UrnOf("a"));
    }
}
