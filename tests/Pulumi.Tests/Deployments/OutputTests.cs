using Pulumi.Testing;
using Pulumi.Tests.Fixtures;
using Pulumi.Utilities;

namespace Pulumi.Tests.Deployments;

/// <summary>What a provider's answer becomes in a resource's outputs.</summary>
public sealed class OutputTests
{
    [Fact]
    public async Task Every_type_of_output_is_made_of_the_answer()
    {
        var thing = await AnswerAsync(isPreview: false, new Dictionary<string, object>
        {
            ["count"] = 3,
            ["share"] = 0.5,
            ["live"] = true,
            ["names"] = new[] { "a", "b" },
            ["tags"] = new Dictionary<string, string> { ["env"] = "test" },
            ["color"] = "red",
            ["parts"] = new[] {
                new Dictionary<string, object> { ["label"] = "p", ["size-in-mm"] = 7 },
                new Dictionary<string, object> { ["label"] = "q" } },
            ["either"] = 9,
            ["anything"] = new[] { 1, 2 },
            ["raw"] = new Dictionary<string, object> { ["deep"] = new[] { true } },
        });
        Assert.Equal("thing-id", await OutputUtilities.GetValueAsync(thing.Id));
        Assert.Equal(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Thing::thing",
            await OutputUtilities.GetValueAsync(thing.Urn));
        Assert.Equal(3, await OutputUtilities.GetValueAsync(thing.Count));
        Assert.Equal(0.5, await OutputUtilities.GetValueAsync(thing.Share));
        Assert.True(await OutputUtilities.GetValueAsync(thing.Live));
        Assert.Equal(["a", "b"], await OutputUtilities.GetValueAsync(thing.Names));
        Assert.Equal("test", (await OutputUtilities.GetValueAsync(thing.Tags))!["env"]);
        Assert.Equal(Color.Red, await OutputUtilities.GetValueAsync(thing.Color));
        var parts = await OutputUtilities.GetValueAsync(thing.Parts);
        Assert.Equal([("p", 7), ("q", null)], parts.Select(part => (part.Label, part.Size)));
        Assert.Equal(9, (await OutputUtilities.GetValueAsync(thing.Either)).AsT1);
        Assert.Equal([1.0, 2.0], (ImmutableArray<object?>)(await OutputUtilities.GetValueAsync(thing.Anything))!);
        Assert.True((await OutputUtilities.GetValueAsync(thing.Raw)).GetProperty("deep")[0].GetBoolean());
        Assert.Equal([thing], await OutputUtilities.GetDependenciesAsync(thing.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_not_answered_is_unknown_in_a_preview_and_the_default_otherwise(bool isPreview)
    {
        var thing = await AnswerAsync(isPreview, []);
        Assert.Equal(!isPreview, await OutputUtilities.GetIsKnownAsync(thing.Count));
        Assert.Equal(0, await OutputUtilities.GetValueAsync(thing.Count));
        Assert.Null(await OutputUtilities.GetValueAsync(thing.Tags));
    }

    [Fact]
    public async Task A_secret_in_the_answer_makes_that_output_secret_and_no_other()
    {
        var thing = await AnswerAsync(isPreview: false, new Dictionary<string, object>
        {
            ["count"] = 3,
            ["names"] = new object[] { "a", Output.CreateSecret("b") },
        });
        Assert.True(await Output.IsSecretAsync(thing.Names));
        Assert.False(await Output.IsSecretAsync(thing.Count));
    }

    [Fact]
    public async Task A_value_of_another_type_leaves_the_default()
    {
        var thing = await AnswerAsync(isPreview: false, new Dictionary<string, object> { ["count"] = "three", ["names"] = true });
        Assert.Equal(0, await OutputUtilities.GetValueAsync(thing.Count));
        Assert.True((await OutputUtilities.GetValueAsync(thing.Names)).IsDefaultOrEmpty);
    }

    [Fact]
    public async Task An_output_property_of_another_type_is_refused()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Run.UpdateAsync(() =>
        {
            _ = new Mistyped();
            return Task.CompletedTask;
        }));
        Assert.Contains("System.Int64", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<Thing> AnswerAsync(bool isPreview, Dictionary<string, object> state)
    {
        var mocks = new Mocks { State = _ => state.ToImmutableDictionary() };
        var resources = await Deployment.TestAsync(mocks, new TestOptions { IsPreview = isPreview }, () => { _ = new Thing("thing"); });
        return Assert.IsType<Thing>(Assert.Single(resources));
    }

    private sealed class Mistyped() : CustomResource("test:index:Mistyped", "mistyped", null, options: null)
    {
        [Output("size")]
        public Output<long> Size { get; private set; } = null!;
    }
}
