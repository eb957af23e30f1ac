using Pulumi.Tests.Fixtures;
using Pulumi.Utilities;

namespace Pulumi.Tests.Deployments;

public sealed class InvokeTests
{
    private static readonly Mocks Answering = new()
    {
        Result = args => ImmutableDictionary<string, object>.Empty.Add("label", $"{args.Args["name"]}!").Add("size-in-mm", 3),
    };

    [Fact]
    public Task A_function_answers_an_output_that_depends_on_its_arguments() => Run.UpdateAsync(
        async () =>
        {
            var thing = new Thing("thing", new ThingArgs { Name = "t" });
            var other = new Thing("other");
            var result = Deployment.Instance.Invoke<Part>(
                "test:index:get", new GetArgs { Name = thing.Id }, new InvokeOutputOptions { DependsOn = { other } });
            var part = await OutputUtilities.GetValueAsync(result);
            Assert.Equal(("thing-id!", 3), (part.Label, part.Size));
            var dependencies = await OutputUtilities.GetDependenciesAsync(result);
            Assert.Equal(["other", "thing"], dependencies.Select(resource => resource.GetResourceName()).Order());
        },
        Answering);

    [Fact]
    public async Task A_function_is_called_only_after_the_children_of_a_component_it_depends_on()
    {
        var registered = new ConcurrentBag<string>();
        var registeredBefore = Array.Empty<string>();
        await Run.UpdateAsync(
            async () =>
            {
                var result = Deployment.Instance.Invoke<Part>(
                    "test:index:get", new GetArgs { Name = "x" }, new InvokeOutputOptions { DependsOn = { new Group("group") } });
                await OutputUtilities.GetValueAsync(result);
            },
            new Mocks
            {
                State = args =>
                {
                    registered.Add(args.Name!);
                    return args.Inputs;
                },
                Result = args =>
                {
                    registeredBefore = [.. registered];
                    return args.Args.Add("label", "x");
                },
            });
        Assert.Equal(["group", "group-first", "group-second"], registeredBefore.Order());
    }

    [Fact]
    public async Task A_function_is_not_called_with_what_is_unknown()
    {
        var mocks = await Run.PreviewAsync(async () =>
        {
            var result = Deployment.Instance.Invoke<Part>("test:index:get", new GetArgs { Name = OutputUtilities.CreateUnknown("x") });
            Assert.False(await OutputUtilities.GetIsKnownAsync(result));
        });
        Assert.Empty(mocks.Calls);
    }

    [Fact]
    public Task A_secret_in_the_answer_makes_all_of_it_secret() => Run.UpdateAsync(
        async () => Assert.True(await Output.IsSecretAsync(Deployment.Instance.Invoke<Part>("test:index:get", new GetArgs { Name = "x" }))),
        new Mocks { Result = _ => ImmutableDictionary<string, object>.Empty.Add("label", Output.CreateSecret("x")) });

    [Fact]
    public Task A_function_can_be_awaited() => Run.UpdateAsync(
        async () =>
        {
            var part = await Deployment.Instance.InvokeAsync<Part>("test:index:get", new GetArgs { Name = "x" });
            Assert.Equal("x!", part.Label);
            await Deployment.Instance.InvokeAsync("test:index:get", new GetArgs { Name = "y" });
        },
        Answering);

    [Fact]
    public Task A_function_with_a_single_value_gives_that_value() => Run.UpdateAsync(
        async () =>
        {
            Assert.Equal("x", await Deployment.Instance.InvokeSingleAsync<string>("test:index:get", new GetArgs { Name = "x" }));
            Assert.Equal("x", await OutputUtilities.GetValueAsync(Deployment.Instance.InvokeSingle<string>("test:index:get", new GetArgs { Name = "x" })));
        });

    private sealed class GetArgs : InvokeArgs
    {
        [Input("name", required: true)]
        public Input<string> Name { get; set; } = null!;
    }
}
