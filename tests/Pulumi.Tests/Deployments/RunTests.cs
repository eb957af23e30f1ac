using Pulumi.Testing;
using Pulumi.Tests.Fixtures;
using Pulumi.Utilities;

namespace Pulumi.Tests.Deployments;

public sealed class RunTests
{
    [Fact]
    public async Task Without_an_engine_a_program_says_how_to_run_it()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }));
        Assert.Contains("re-run using the `pulumi` CLI", failure.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
    }

    [Fact]
    public async Task A_function_s_resources_and_outputs_are_returned_without_the_stack()
    {
        var (resources, outputs) = await Deployment.TestAsync(
            new Mocks(), new TestOptions(), () => new Dictionary<string, object?> { ["name"] = new Thing("thing").Name });
        Assert.IsType<Thing>(Assert.Single(resources));
        Assert.Equal("thing", await OutputUtilities.GetValueAsync((Output<string>)outputs["name"]!));
    }

    [Fact]
    public async Task A_stack_s_outputs_are_registered()
    {
        var mocks = new Mocks();
        var resources = await Deployment.TestAsync<WebStack>(mocks, new TestOptions { ProjectName = "web", StackName = "dev" });
        Assert.IsType<WebStack>(resources[0]);
        Assert.Equal(2, resources.Length);
        var outputs = mocks.Outputs["urn:pulumi:dev::web::pulumi:pulumi:Stack::web-dev"].Outputs;
        Assert.Equal("thing", await OutputUtilities.GetValueAsync(outputs["name"]));
    }

    [Fact]
    public async Task The_outputs_of_a_base_class_of_the_program_are_registered_too()
    {
        var mocks = new Mocks();
        await Deployment.TestAsync<DerivedStack>(mocks);
        var outputs = mocks.Outputs["urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack"].Outputs;
        Assert.Equal(["own", "shared"], outputs.Keys.Order());
    }

    [Fact]
    public async Task An_output_may_be_called_as_an_id_or_a_urn()
    {
        var mocks = new Mocks();
        await Deployment.TestAsync<IdStack>(mocks);
        var outputs = mocks.Outputs["urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack"].Outputs;
        Assert.Equal("thing-id", await OutputUtilities.GetValueAsync(outputs["id"]));
    }

    [Fact]
    public void Outside_a_run_nothing_of_it_can_be_used()
    {
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance.StackName);
        Assert.Throws<InvalidOperationException>(() => Log.Warn("careful"));
        Assert.Throws<InvalidOperationException>(() => new Config());
        Assert.Throws<InvalidOperationException>(() => new Config("web").Get("name"));
        Assert.Throws<InvalidOperationException>(() => new Thing("thing"));
    }

    [Fact]
    public async Task A_stack_output_that_is_not_assigned_is_named()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<ForgetfulStack>(new Mocks()));
        Assert.Contains("'Forgotten'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_provider_makes_the_stack()
    {
        var resources = await Deployment.TestWithServiceProviderAsync<WebStack>(new Mocks(), new Services());
        Assert.Equal(2, resources.Length);
    }

    [Fact]
    public async Task A_service_provider_that_is_missing_or_does_not_know_the_stack_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => Deployment.TestWithServiceProviderAsync<WebStack>(new Mocks(), null!));
        var failure = await Assert.ThrowsAsync<RunException>(
            () => Deployment.TestWithServiceProviderAsync<ForgetfulStack>(new Mocks(), new Services()));
        Assert.Contains(nameof(ForgetfulStack), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_runs_where_it_is_told_to()
    {
        await Deployment.TestAsync(new Mocks(), new TestOptions(), () =>
        {
            Assert.True(Deployment.Instance.IsDryRun);
            Assert.Throws<InvalidOperationException>(() => Deployment.Instance.RootDirectory);
            Assert.Equal(
                ("project", "stack", "organization"),
                (Deployment.Instance.ProjectName, Deployment.Instance.StackName, Deployment.Instance.OrganizationName));
        });
        await Deployment.TestAsync(new Mocks(), new TestOptions { IsPreview = false, StackName = "s", OrganizationName = "o" }, () =>
        {
            Assert.False(Deployment.Instance.IsDryRun);
            Assert.Equal(("s", "o"), (Deployment.Instance.StackName, Deployment.Instance.OrganizationName));
        });
    }

    [Fact]
    public async Task An_exception_anywhere_fails_the_run_once()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Run.UpdateAsync(() =>
        {
            var broken = new Thing("a").Name
                .Apply(name => name.Length > 0 ? throw new InvalidOperationException("the apply gave up") : name);
            _ = new Thing("b", new ThingArgs { Name = broken });
            _ = new Thing("c", new ThingArgs { Name = broken });
            return Task.CompletedTask;
        }));
        Assert.Contains("the apply gave up", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_s_mistake_is_shown_without_a_stack_trace()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Run.UpdateAsync(() => throw new RunException("set the name")));
        Assert.Equal("set the name", failure.Message);
    }

    [Fact]
    public async Task A_constructor_that_fails_ends_the_run()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Run.UpdateAsync(() =>
        {
            _ = new Thing(
                "thing",
                options: new CustomResourceOptions { ResourceTransformations = { _ => throw new RunException("not so") } });
            return Task.CompletedTask;
        }));
        Assert.Equal("not so", failure.Message);
    }

    [Fact]
    public async Task A_logged_error_fails_the_run_and_a_warning_does_not()
    {
        await Run.UpdateAsync(() =>
        {
            Log.Warn("careful", new Thing("thing"));
            Log.Info("fine");
            return Task.CompletedTask;
        });
        var failure = await Assert.ThrowsAsync<RunException>(() => Run.UpdateAsync(() =>
        {
            Log.Error("not good");
            return Task.CompletedTask;
        }));
        Assert.Equal("not good", failure.Message);
    }

    [Fact]
    public async Task Runs_beside_each_other_do_not_mix()
    {
        var stacks = await Task.WhenAll(Enumerable.Range(0, 8).Select(async index =>
        {
            var name = "";
            await Deployment.TestAsync(new Mocks(), new TestOptions { StackName = $"s{index}" }, async () =>
            {
                await Task.Yield();
                name = await OutputUtilities.GetValueAsync(new Thing("thing").Urn);
            });
            return name;
        }));
        Assert.Equal(Enumerable.Range(0, 8).Select(index => $"s{index}"), stacks.Select(urn => urn.Split(':')[2]));
    }

    private sealed class WebStack : Stack
    {
        public WebStack() => Name = new Thing("thing").Name;

        [Output("name")]
        public Output<string> Name { get; private set; }
    }

    private abstract class BaseStack : Stack
    {
        protected BaseStack() => Shared = Output.Create("of the base class");

        [Output("shared")]
        public Output<string> Shared { get; private set; }
    }

    private sealed class DerivedStack : BaseStack
    {
        public DerivedStack() => Own = Output.Create("of the class itself");

        [Output("own")]
        public Output<string> Own { get; private set; }
    }

    private sealed class IdStack : Stack
    {
        public IdStack() => Id = new Thing("thing").Id;

        [Output("id")]
        public Output<string> Id { get; private set; }
    }

    private sealed class ForgetfulStack : Stack
    {
        public ForgetfulStack() => Forgotten = null!;

        [Output]
        public Output<string> Forgotten { get; private set; }
    }

    private sealed class Services : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(WebStack) ? new WebStack() : null;
    }
}
