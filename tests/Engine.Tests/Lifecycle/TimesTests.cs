using Engine.Tests.Fakes;
using Pulumirpc;

namespace Engine.Tests.Lifecycle;

public sealed class TimesTests
{
    [Fact]
    public async Task A_new_entry_was_created_and_changed_at_the_same_time()
    {
        await using var stack = await Stack.StartAsync();
        stack.Time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
        stack.Provider.OnCreate = request => request.Name == "half"
            ? throw EndTests.InitFailed("half-1", request.Properties, "not ready")
            : null;
        stack.Provider.OnRead = request => new ReadResponse
        {
            Id = request.Id,
            Properties = Literal.Struct(new { name = "i" }),
            Inputs = Literal.Struct(new { name = "i" })
        };

        await stack.UpAsync(async program =>
        {
            await program.ThingAsync("a", new { name = "alpha" });
            await program.ThingAsync("i", new { name = "i" }, request => request.ImportId = "i-7");
            await program.ThingAsync("half", new { name = "half" });
        });

        Assert.Equal(5, stack.Store.State.Resources.Count);
        Assert.All(stack.Store.State.Resources, entry => Assert.Equal(entry.Created, entry.Modified));
    }

    [Fact]
    public async Task A_refresh_that_only_heals_is_no_change_of_the_object()
    {
        await using var stack = await Stack.StartAsync();
        stack.Provider.OnCreate = request => throw EndTests.InitFailed("a-1", request.Properties, "not ready");
        await stack.UpAsync(program => program.ThingAsync("a", new { name = "alpha" }));
        var before = stack.Store.Entry("a").Modified;
        stack.NextCommand();

        await stack.RefreshAsync();

        Assert.Empty(stack.Store.Entry("a").InitErrors);
        Assert.Equal(before, stack.Store.Entry("a").Modified);
    }

    [Fact]
    public async Task A_read_resource_has_a_time_once_something_else_was_found()
    {
        await using var stack = await Stack.StartAsync();
        stack.Provider.OnRead = request => new ReadResponse
        {
            Id = request.Id,
            Properties = Literal.Struct(new { name = "external" }),
            Inputs = Literal.Struct(new { name = "external" })
        };
        await stack.UpAsync(GetAsync);
        await stack.UpAsync(GetAsync);
        Assert.Null(stack.Store.Entry("ext").Modified);
        stack.NextCommand();

        await stack.RefreshAsync();

        Assert.Equal(stack.Time.GetUtcNow(), stack.Store.Entry("ext").Modified);
        stack.NextCommand();
        await stack.UpAsync(GetAsync);
        var entry = stack.Store.Entry("ext");
        Assert.Equal(stack.Time.GetUtcNow(), entry.Modified);
        Assert.Null(entry.Inputs);

        static async Task GetAsync(FakeProgram.Client program) => await program.Monitor.ReadResourceAsync(new ReadResourceRequest
        {
            Id = "ext-1",
            Type = "fake:index:Thing",
            Name = "ext",
            Parent = program.StackUrn,
            Properties = new Google.Protobuf.WellKnownTypes.Struct(),
            Version = "1.2.3",
            AcceptSecrets = true,
        });
    }
}
