using Pulumi.Testing;
using Pulumi.Tests.Fixtures;
using Pulumi.Utilities;

namespace Pulumi.Tests.Deployments;

public sealed class ResourceTests
{
    [Fact]
    public async Task A_resource_with_an_id_is_read()
    {
        var mocks = await Run.PreviewAsync(() =>
        {
            var read = Thing.Get("read", "known-id");
            _ = new Thing("after", new ThingArgs { Name = read.Id });
            return Task.CompletedTask;
        });
        Assert.Equal("known-id", mocks.Resources["read"].Id);
        Assert.Empty(mocks.Resources["read"].Inputs);
        Assert.Equal("known-id", mocks.Resources["after"].Inputs["name"]);
    }

    [Fact]
    public async Task Children_of_a_component_use_its_provider()
    {
        var mocks = await Run.UpdateAsync(() =>
        {
            var provider = new TestProvider("mine");
            _ = new Group("group", new ComponentResourceOptions { Provider = provider });
            _ = new Group("list", new ComponentResourceOptions { Providers = { provider } });
            _ = new Thing("alone");
            _ = new Thing("direct", options: new CustomResourceOptions { Provider = provider });
            return Task.CompletedTask;
        });
        const string Reference = "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:test::mine::mine-id";
        Assert.Equal(Reference, mocks.Resources["group-first"].Provider);
        Assert.Equal(Reference, mocks.Resources["list-second"].Provider);
        Assert.Equal(Reference, mocks.Resources["direct"].Provider);
        Assert.Equal("", mocks.Resources["alone"].Provider);
    }

    [Fact]
    public async Task Provider_and_providers_together_are_refused()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Run.UpdateAsync(() =>
        {
            var provider = new TestProvider("mine");
            _ = new Group("group", new ComponentResourceOptions { Provider = provider, Providers = { provider } });
            return Task.CompletedTask;
        }));
        Assert.Contains("Do not supply both 'provider' and 'providers'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_component_ends_with_its_outputs()
    {
        var mocks = await Run.UpdateAsync(() =>
        {
            _ = new Group("group");
            return Task.CompletedTask;
        });
        var outputs = mocks.Outputs["urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Group::group"].Outputs;
        Assert.Equal("group-first", await OutputUtilities.GetValueAsync(outputs["first"]));
    }

    [Fact]
    public async Task A_component_that_names_no_outputs_ends_with_its_output_properties()
    {
        var mocks = await Run.UpdateAsync(() =>
        {
            _ = new Named();
            return Task.CompletedTask;
        });
        var outputs = mocks.Outputs["urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Named::named"].Outputs;
        Assert.Equal(["Plain", "other-name"], outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("b", await OutputUtilities.GetValueAsync(outputs["other-name"]));
    }

    [Fact]
    public async Task Outputs_that_are_null_are_refused()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Run.UpdateAsync(() =>
        {
            _ = new Endless();
            return Task.CompletedTask;
        }));
        Assert.Contains(nameof(ArgumentNullException), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transformations_change_a_resource_and_its_children()
    {
        var mocks = await Run.UpdateAsync(() =>
        {
            _ = new Group("group", new ComponentResourceOptions
            {
                ResourceTransformations =
                {
                    given => given.Args is ThingArgs args
                        ? new ResourceTransformationResult(new ThingArgs { Name = args.Name.Apply(name => $"{name}!") }, given.Options)
                        : null,
                },
            });
            return Task.CompletedTask;
        });
        Assert.Equal("group-first!", mocks.Resources["group-first"].Inputs["name"]);
    }

    [Fact]
    public async Task A_transformation_cannot_move_a_resource()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Run.UpdateAsync(() =>
        {
            var other = new Group("other");
            _ = new Thing("thing", options: new CustomResourceOptions
            {
                ResourceTransformations = {
                    given => new ResourceTransformationResult(given.Args, new CustomResourceOptions { Parent = other }) },
            });
            return Task.CompletedTask;
        }));
        Assert.Contains("'parent'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_urn_is_made_of_the_parent_s()
    {
        await Deployment.TestAsync(new Mocks(), new TestOptions { StackName = "dev", ProjectName = "web" }, async () =>
        {
            Assert.Equal("urn:pulumi:dev::web::a:b:C::n", await OutputUtilities.GetValueAsync(Urn.Create("n", "a:b:C")));
            Assert.Equal(
                "urn:pulumi:s::p::a:b:C::n",
                await OutputUtilities.GetValueAsync(Urn.Create("n", "a:b:C", project: "p", stack: "s")));
            Assert.Equal(
                "urn:pulumi:s::p::x:y:Z$a:b:C::n",
                await OutputUtilities.GetValueAsync(Urn.Create("n", "a:b:C", parentUrn: "urn:pulumi:s::p::x:y:Z::m")));
            Assert.Equal(new Urn("urn:a"), new Urn("urn:a"));
            Assert.Throws<ArgumentException>(() => Urn.Create("n", "a:b:C", new Group("g"), "urn:pulumi:s::p::x:y:Z::m"));
        });
    }

    [Fact]
    public async Task A_resource_knows_its_type_and_name_and_refuses_to_have_none()
    {
        await Deployment.TestAsync(new Mocks(), new TestOptions(), () =>
        {
            var thing = new Thing("thing");
            Assert.Equal("thing", thing.GetResourceName());
            Assert.Equal(Thing.Token, thing.GetResourceType());
            Assert.Throws<ArgumentException>(() => new CustomResource("", "x", null, options: null));
            Assert.Throws<ArgumentException>(() => new CustomResource("a:b:C", "", null, options: null));
        });
    }

    private sealed class Named : ComponentResource
    {
        public Named()
            : base("test:index:Named", "named")
        {
            Plain = Output.Create("a");
            Renamed = Output.Create("b");
            Hidden = Output.Create("c");
            RegisterOutputs();
        }

        [Output]
        public Output<string> Plain { get; private set; }

        [Output("other-name")]
        public Output<string> Renamed { get; private set; }

        public Output<string> Hidden { get; }
    }

    private sealed class Endless : ComponentResource
    {
        public Endless()
            : base("test:index:Endless", "endless")
            => RegisterOutputs((IDictionary<string, object?>)null!);
    }
}
