using Engine.Tests.Fakes;
using Pulumirpc;

namespace Engine.Tests.Lifecycle;

public sealed class ExplicitProviderTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_replaced_provider_is_asked_for_each_resource_and_the_old_one_is_configured_for_the_deletes(bool preview)
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => ProgramAsync(program, "eu"));
        stack.Provider.OnDiffConfig = request => request.Olds.Equals(request.News) ? null : new DiffResponse
        {
            Changes = DiffResponse.Types.DiffChanges.DiffSome,
            Replaces = { "region" },
        };
        stack.NextCommand();

        var result = preview
            ? await stack.PreviewAsync(program => ProgramAsync(program, "us"))
            : await stack.UpAsync(program => ProgramAsync(program, "us"));

        Assert.True(result.Good, stack.Printed);
        Assert.Equal(
            ["CheckConfig", "DiffConfig", "CheckConfig", "Configure", "DiffConfig", "Configure"],
            stack.Provider.Methods("CheckConfig", "DiffConfig", "Configure"));
        Assert.Equal(
            ["us", "eu"],
            stack.Provider.Requests<ConfigureRequest>("Configure").Select(request => request.Args.Fields["region"].StringValue));
        Assert.Equal(preview ? 0 : 1, stack.Provider.Methods("Delete").Length);
    }

    [Fact]
    public async Task A_replaced_provider_whose_resources_may_stay_keeps_them()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(program => ProgramAsync(program, "eu"));
        var first = true;
        stack.Provider.OnDiffConfig = _ =>
        {
            var answer = new DiffResponse { Changes = DiffResponse.Types.DiffChanges.DiffSome };
            if (first)
            {
                answer.Replaces.Add("region");
            }

            first = false;
            return answer;
        };
        stack.NextCommand();

        var result = await stack.UpAsync(program => ProgramAsync(program, "us"));

        Assert.True(result.Good, stack.Printed);
        Assert.Empty(stack.Provider.Methods("Create", "Delete"));
        Assert.Equal("a-1", stack.Store.Entry("a").Id);
        Assert.StartsWith(
            stack.Store.Entry("p").Urn + "::" + stack.Store.Entry("p").Id,
            stack.Store.Entry("a").Provider,
            StringComparison.Ordinal);
    }

    private static async Task ProgramAsync(FakeProgram.Client program, string region)
    {
        var provider = await program.Monitor.RegisterResourceAsync(new RegisterResourceRequest
        {
            Type = "pulumi:providers:fake",
            Name = "p",
            Parent = program.StackUrn,
            Custom = true,
            Object = Literal.Struct(new { region }),
            Version = "1.2.3",
            AcceptSecrets = true,
        });
        await program.ThingAsync("a", new { name = "alpha" }, request => request.Provider = $"{provider.Urn}::{provider.Id}");
    }
}
