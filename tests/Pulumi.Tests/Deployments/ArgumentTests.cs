using Pulumi.Tests.Fixtures;
using Pulumi.Utilities;

namespace Pulumi.Tests.Deployments;

/// <summary>What arguments arrive as at the provider.</summary>
public sealed class ArgumentTests
{
    [Fact]
    public async Task Plain_values_arrive_as_they_are()
    {
        Assert.Equal("x", await Run.ArgumentAsync("name", new ThingArgs { Name = "x" }));
        Assert.Equal(3.0, await Run.ArgumentAsync("count", new ThingArgs { Count = 3 }));
        Assert.Equal("red", await Run.ArgumentAsync("color", new ThingArgs { Color = Color.Red }));
        Assert.Equal("text", await Run.ArgumentAsync("either", new ThingArgs { Either = "text" }));
        Assert.Equal(1.0, await Run.ArgumentAsync("either", new ThingArgs { Either = 1 }));
        Assert.Equal(
            ["a", "b"],
            (ImmutableArray<object?>)(await Run.ArgumentAsync("names", new ThingArgs { Names = { "a", Output.Create("b") } }))!);
        Assert.Equal("test", Map(await Run.ArgumentAsync("tags", new ThingArgs { Tags = { { "env", "test" } } }))["env"]);
        Assert.Equal("inner", Map(await Run.ArgumentAsync("part", new ThingArgs { Part = new PartArgs { Label = "inner" } }))["label"]);
        Assert.Equal(true, Map(await Run.ArgumentAsync("raw", new ThingArgs { Raw = "{\"a\":[1,null,\"x\"],\"b\":true}" }))["b"]);
    }

    [Fact]
    public async Task Json_arguments_arrive_as_text()
        => Assert.Equal(
            "{ \"a\": 1, \"b\": 2 }",
            await Run.ArgumentAsync("json", new ThingArgs { Json = new InputMap<int> { { "b", 2 }, { "a", Output.Create(1) } } }));

    [Fact]
    public async Task Untyped_objects_arrive_with_everything_inside_resolved()
    {
        var value = new Dictionary<string, object?>
        {
            ["list"] = new object?[] { 1, Output.Create("two"), null },
            ["none"] = null,
            ["secret"] = Output.CreateSecret(true),
        };
        var arrived = Map(await Run.ArgumentAsync("anything", new ThingArgs { Anything = value }));
        Assert.Equal([1.0, "two", null], (ImmutableArray<object?>)arrived["list"]!);
        Assert.Equal(true, arrived["secret"]);
        Assert.False(arrived.ContainsKey("none"));
    }

    [Fact]
    public async Task Absent_arguments_do_not_arrive()
    {
        var mocks = await Run.UpdateAsync(() =>
        {
            _ = new Thing("thing", new ThingArgs { Name = "x" });
            return Task.CompletedTask;
        });
        Assert.Equal(["name"], mocks.Resources["thing"].Inputs.Keys);
    }

    [Fact]
    public async Task Unknown_arguments_do_not_arrive_and_known_elements_beside_them_do()
    {
        var mocks = await Run.PreviewAsync(() =>
        {
            _ = new Thing("thing", new ThingArgs { Name = OutputUtilities.CreateUnknown("later"), Count = 1 });
            return Task.CompletedTask;
        });
        Assert.Equal(["count"], mocks.Resources["thing"].Inputs.Keys);
    }

    [Fact]
    public async Task A_missing_required_argument_is_named()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Run.UpdateAsync(() =>
        {
            _ = new Thing("thing", new ThingArgs());
            return Task.CompletedTask;
        }));
        Assert.Contains(
            "[Input] Pulumi.Tests.Fixtures.ThingArgs.Name is required but was not given a value",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task What_cannot_travel_is_refused(object value, string reason)
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Run.ArgumentAsync("anything", new ThingArgs { Anything = value }));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    public static TheoryData<object, string> Refused => new()
    {
        { Task.FromResult(1), "Tasks are not allowed inside ResourceArgs" },
        { new Dictionary<int, string> { [1] = "a" }, "Dictionaries are only supported with string keys" },
        { 1L, "System.Int64 is not a supported argument type" },
        { new Uri("https://example.org"), "System.Uri is not a supported argument type" },
    };

    private static ImmutableDictionary<string, object?> Map(object? value) => (ImmutableDictionary<string, object?>)value!;
}
