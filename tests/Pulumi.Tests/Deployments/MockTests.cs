using System.Dynamic;
using Pulumi.Testing;
using Pulumi.Tests.Fixtures;
using Pulumi.Utilities;

namespace Pulumi.Tests.Deployments;

/// <summary>Mocks are asked, and what they answer is taken, as by the official package.</summary>
public sealed class MockTests
{
    private static readonly TestOptions Update = new() { IsPreview = false };

    [Fact]
    public Task Empty_mocks_answer_the_inputs_and_no_id() => Deployment.TestAsync(new EmptyMocks(), Update, async () =>
    {
        var thing = new Thing("thing", new ThingArgs { Name = "t" });
        Assert.Equal("t", await OutputUtilities.GetValueAsync(thing.Name));
        Assert.False(await OutputUtilities.GetIsKnownAsync(thing.Id));
    });

    [Fact]
    public async Task Empty_mocks_answer_no_function()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(
            new EmptyMocks(), Update, () => { Deployment.Instance.Invoke<Part>("test:index:get", InvokeArgs.Empty); }));
        Assert.Contains("Pulumi.Testing.MockCallArgs is not a supported argument type", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_may_be_arguments_or_any_dictionary()
    {
        IDictionary<string, object> expando = new ExpandoObject()!;
        expando["name"] = "of an expando";
        foreach (var (state, name) in new (object, string)[]
        {
            (new ThingArgs { Name = "of arguments" }, "of arguments"),
            (expando, "of an expando"),
            (new Dictionary<string, string> { ["name"] = "of text" }, "of text"),
        })
        {
            await Deployment.TestAsync(
                new Fixed(state),
                Update,
                async () => Assert.Equal(name, await OutputUtilities.GetValueAsync(new Thing("thing").Name)));
        }
    }

    [Fact]
    public async Task Another_state_is_refused_by_its_type()
    {
        var failure = await Assert.ThrowsAsync<RunException>(
            () => Deployment.TestAsync(new Fixed("text"), Update, () => { _ = new Thing("thing"); }));
        Assert.Contains("System.String is not a supported argument type", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_s_outputs_are_returned_and_not_registered()
    {
        var mocks = new Mocks();
        await Deployment.TestAsync(mocks, new TestOptions(), () => new Dictionary<string, object?> { ["name"] = "x" });
        Assert.Empty(mocks.Outputs["urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack"].Outputs);
    }

    [Fact]
    public async Task Several_errors_come_together()
    {
        var failure = await Assert.ThrowsAsync<AggregateException>(() => Deployment.TestAsync(new Mocks(), Update, () =>
        {
            Log.Error("first");
            Log.Error("second");
        }));
        Assert.Equal(["first", "second"], failure.InnerExceptions.Select(error => Assert.IsType<RunException>(error).Message).Order());
    }

    [Fact]
    public Task A_child_s_urn_begins_with_the_type_of_its_first_ancestor() => Deployment.TestAsync(new Mocks(), Update, async () =>
    {
        var group = new Group("group");
        var thing = new Thing("thing", options: new CustomResourceOptions { Parent = group });
        var below = new Thing("below", options: new CustomResourceOptions { Parent = thing });
        Assert.Equal(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Group::group",
            await OutputUtilities.GetValueAsync(group.Urn));
        // The mocks of the official package know no more of the ancestors than this.
        Assert.Equal(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Thing::below",
            await OutputUtilities.GetValueAsync(below.Urn));
    });

    private sealed class Fixed(object state) : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
            => Task.FromResult<(string?, object)>(("id", state));

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult(state);
    }
}
