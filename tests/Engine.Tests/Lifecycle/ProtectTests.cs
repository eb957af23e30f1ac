using Engine.Tests.Fakes;
using Pulumirpc;

namespace Engine.Tests.Lifecycle;

public sealed class ProtectTests
{
    [Fact]
    public async Task A_refused_replacement_is_played_through_in_a_preview()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => ProtectedAsync(program, "alpha"));
        RegisterResourceResponse? answer = null;
        stack.NextCommand();

        var preview = await stack.PreviewAsync(async program =>
        {
            answer = await ProtectedAsync(program, "beta");
            await program.ThingAsync("later", new { name = "later" });
        });

        Assert.False(preview.Good);
        Assert.Contains("unable to replace resource", stack.Printed, StringComparison.Ordinal);
        Assert.Contains("error: preview failed", stack.Printed, StringComparison.Ordinal);
        Assert.Equal(["Check", "Diff", "Check", "Create", "Check", "Create"], stack.Provider.Methods("Check", "Diff", "Create", "Delete"));
        Assert.Equal("""{"name":"beta"}""", Literal.Text(answer?.Object));
    }

    [Fact]
    public async Task A_refused_replacement_loses_nothing_and_ends_the_update()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => ProtectedAsync(program, "alpha"));
        stack.NextCommand();

        var update = await stack.UpAsync(program => ProtectedAsync(program, "beta"));

        Assert.False(update.Good);
        Assert.Equal(["Check", "Diff"], stack.Provider.Methods("Check", "Diff", "Create", "Delete"));
        Assert.Equal("a-1", stack.Store.Entry("a").Id);
    }

    [Fact]
    public async Task What_must_not_be_deleted_keeps_the_outputs_of_the_stack()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(async program =>
        {
            await ProtectedAsync(program, "alpha");
            await program.OutputsAsync(new { address = "here" });
        });
        stack.NextCommand();

        var update = await stack.UpAsync(program => program.OutputsAsync(new { }));

        Assert.False(update.Good);
        Assert.Equal(["Configure"], stack.Provider.Methods("Configure", "Delete"));
        Assert.Equal("""{"address":"here"}""", Literal.Text(stack.Store.Entry("proj-dev").Outputs));
    }

    private static Task<RegisterResourceResponse> ProtectedAsync(FakeProgram.Client program, string name) =>
        program.ThingAsync("a", new { name }, request => request.Protect = true);
}
