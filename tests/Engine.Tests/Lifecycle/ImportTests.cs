using Engine.State;
using Engine.Tests.Fakes;
using Pulumirpc;

namespace Engine.Tests.Lifecycle;

public sealed class ImportTests
{
    [Fact]
    public async Task An_object_that_agrees_is_taken_over()
    {
        await using var stack = await Imported("alpha", "one");

        var result = await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha", tag = "one" }, Import));

        Assert.True(result.Good, stack.Printed);
        Assert.Equal(["Read", "Check", "Diff"], stack.Provider.Methods("Read", "Check", "Diff", "Create", "Update"));
        var read = Assert.Single(stack.Provider.Requests<ReadRequest>("Read"));
        Assert.Equal(("imp-1", "absent", "absent"), (read.Id, Literal.Text(read.Properties), Literal.Text(read.Inputs)));
        Assert.Equal("""{"name":"alpha","tag":"one"}""", Literal.Text(Assert.Single(stack.Provider.Requests<CheckRequest>("Check")).Olds));
        Assert.Equal(("imp-1", "imp-1"), (stack.Store.Entry("a").Id, stack.Store.Entry("a").ImportId));
        stack.NextCommand();

        Assert.Equal(0, (await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha", tag = "one" }, Import))).Changes);
        Assert.Empty(stack.Provider.Methods("Read"));
    }

    [Fact]
    public async Task An_object_that_differs_is_taken_over_and_updated()
    {
        await using var stack = await Imported("alpha", "one");

        var result = await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha", tag = "two" }, Import));

        Assert.True(result.Good, stack.Printed);
        Assert.Equal(
            """{"name":"alpha","tag":"two"}""",
            Literal.Text(Assert.Single(stack.Provider.Requests<UpdateRequest>("Update")).News));
        ResourceEntry entry = Assert.Single(stack.Store.State.Resources, entry => entry.Urn == Stack.UrnOf("a"));
        Assert.Equal("""{"name":"alpha","tag":"two"}""", Literal.Text(entry.Inputs));
    }

    [Fact]
    public async Task An_object_that_would_have_to_be_replaced_is_refused_and_kept()
    {
        await using var stack = await Imported("alpha", "one");

        var result = await stack.UpAsync(program => program.ThingAsync("a", new { name = "other", tag = "one" }, Import));

        Assert.False(result.Good);
        Assert.Empty(stack.Provider.Methods("Create", "Update", "Delete"));
        Assert.Equal("imp-1", stack.Store.Entry("a").Id);
        Assert.Contains("previously-imported resources", stack.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_that_does_not_exist_is_said_not_to()
    {
        await using var stack = await Imported("alpha", "one");
        stack.Provider.OnRead = _ => new ReadResponse();

        var result = await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }, Import));

        Assert.False(result.Good);
        Assert.Contains("error: resource 'imp-1' does not exist", stack.Printed, StringComparison.Ordinal);
    }

    private static void Import(RegisterResourceRequest request) => request.ImportId = "imp-1";

    private static async Task<Stack> Imported(string name, string tag)
    {
        var stack = await Stack.StartAsync();
        stack.Provider.OnRead = request => new ReadResponse
        {
            Id = request.Id,
            Inputs = Literal.Struct(new { name, tag }),
            Properties = Literal.Struct(new { name, tag, serial = 77 }),
        };
        return stack;
    }
}
