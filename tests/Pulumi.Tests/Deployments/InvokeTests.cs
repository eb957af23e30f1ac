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

    public static TheoryData<string, Func<Output<string>>> OfWhatDoesNotExist => new()
    {
        { "an argument from a resource", () => Call(new GetArgs { Name = new Thing("new").Name }) },
        { "an argument from an output made of one", () => Call(new GetArgs { Name = new Thing("new").Name.Apply(name => $"{name}!") }) },
        { "an argument that is a resource", () => Call(new GetArgs { Name = "x", Of = new Thing("new") }) },
        { "a resource to wait for", () => Call(new GetArgs { Name = "x" }, new Thing("new")) },
        { "a component to wait for", () => Call(new GetArgs { Name = "x" }, new Group("new")) },
        { "one of two", () => Call(new GetArgs { Name = new Thing("old").Name }, new Thing("new")) },
        {
            "a function with a single value", () => Deployment.Instance.InvokeSingle<string>(
                "test:index:get", new GetArgs { Name = new Thing("new").Name })
        },
    };

    [Theory]
    [MemberData(nameof(OfWhatDoesNotExist), DisableDiscoveryEnumeration = true)]
    public async Task A_function_is_not_called_in_a_preview_before_the_resources_it_depends_on_exist(string what, Func<Output<string>> call)
    {
        Assert.NotEmpty(what);
        var mocks = await Run.PreviewAsync(
            async () =>
            {
                var result = call();
                Assert.False(await OutputUtilities.GetIsKnownAsync(result));
                Assert.False(await Output.IsSecretAsync(result));
                Assert.Empty(await OutputUtilities.GetDependenciesAsync(result));
            },
            new Mocks { Exists = args => !args.Name!.StartsWith("new", StringComparison.Ordinal) });
        Assert.Empty(mocks.Calls);
    }

    [Fact]
    public async Task A_function_is_called_in_a_preview_where_all_it_depends_on_exists()
    {
        var mocks = await Run.PreviewAsync(async () =>
        {
            var result = Call(new GetArgs { Name = new Thing("thing").Name }, new Group("group"));
            Assert.Equal("thing", await OutputUtilities.GetValueAsync(result));
        });
        Assert.Single(mocks.Calls);
    }

    [Fact]
    public async Task A_function_that_is_awaited_is_called_whatever_exists()
    {
        var mocks = await Run.PreviewAsync(
            async () =>
            {
                var args = new GetArgs { Name = new Thing("new").Name };
                Assert.Equal("new", await Deployment.Instance.InvokeSingleAsync<string>("test:index:get", args));
                await Deployment.Instance.InvokeAsync("test:index:get", args);
            },
            new Mocks { Exists = _ => false });
        Assert.Equal(2, mocks.Calls.Count);
    }

    [Fact]
    public Task A_list_of_what_to_wait_for_may_be_set_to_null() => Run.UpdateAsync(async () =>
        Assert.Equal("x", await OutputUtilities.GetValueAsync(Deployment.Instance.InvokeSingle<string>(
            "test:index:get", new GetArgs { Name = "x" }, new InvokeOutputOptions { DependsOn = null! }))));

    [Fact]
    public async Task What_a_function_throws_fails_the_run_with_its_words()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Run.UpdateAsync(
            () =>
            {
                Call(new GetArgs { Name = "x" });
                return Task.CompletedTask;
            },
            new Mocks { Result = _ => throw new InvalidOperationException("no thing is called 'x'") }));
        Assert.Contains("System.InvalidOperationException: no thing is called 'x'", failure.Message, StringComparison.Ordinal);
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
            Assert.Equal(
                "x",
                await OutputUtilities.GetValueAsync(
                    Deployment.Instance.InvokeSingle<string>("test:index:get", new GetArgs { Name = "x" })));
        });

    private static Output<string> Call(GetArgs args, params Resource[] dependsOn)
        => Deployment.Instance
            .Invoke<ImmutableDictionary<string, string>>("test:index:get", args, new InvokeOutputOptions { DependsOn = dependsOn })
            .Apply(answer => answer["name"]);

    private sealed class GetArgs : InvokeArgs
    {
        [Input("of")]
        public Input<Resource>? Of { get; set; }

        [Input("name", required: true)]
        public Input<string> Name { get; set; } = null!;
    }
}
