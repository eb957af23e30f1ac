using Engine.Tests.Fakes;
using Pulumirpc;

namespace Engine.Tests.Lifecycle;

public sealed class CustomTimeoutsTests
{
    [Fact]
    public async Task Reach_the_provider_in_seconds()
    {
        await using var stack = await Stack.StartAsync();

        await stack.UpAsync(static program => program.ThingAsync(
            "a",
            new { name = "alpha" },
            static request => request.CustomTimeouts = new() { Create = "1h30m" }));

        Assert.Equal(5400, Assert.Single(stack.Provider.Requests<CreateRequest>("Create")).Timeout);
    }

    [Fact]
    public async Task Other_spellings_are_refused_at_the_resource_all_at_once_before_anything_is_done()
    {
        await using var stack = await Stack.StartAsync();

        var preview = await stack.PreviewAsync(static program => program.ThingAsync(
            "a", new { name = "alpha" }, static request => request.CustomTimeouts = new()
            {
                Create = "PT30M",
                Update = "-5m",
                Delete = "30",
                Read = "2m"
            }));

        Assert.False(preview.Good);
        Assert.Contains("fake:index:Thing a", stack.Printed, StringComparison.Ordinal);
        Assert.Contains(
            "customTimeouts.create: 'PT30M' is not a duration. Write numbers with their units, such as '30m',",
            stack.Printed,
            StringComparison.Ordinal);
        Assert.Contains(
            "customTimeouts.update: '-5m' is negative. Leave it out, or write '0', for the provider's own limit.",
            stack.Printed,
            StringComparison.Ordinal);
        Assert.Contains("customTimeouts.delete: '30' is not a duration.", stack.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("customTimeouts.read", stack.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", stack.Printed, StringComparison.Ordinal);
        Assert.Empty(stack.Provider.Methods("Check", "Create"));
    }
}
