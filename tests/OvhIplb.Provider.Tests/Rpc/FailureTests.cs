using Grpc.Core;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;
using Pulumirpc;

namespace OvhIplb.Provider.Tests.Rpc;

public sealed class FailureTests
{
    [Fact]
    public async Task A_half_done_create_carries_its_state_with_secrets_marked()
    {
        var state = new ResourceState(
            "id-1", PropertyBag.Empty.With(FakeResource.Phase, "moving").With(FakeResource.Password, "p"));

        var failure = await CreateFailsAsync(new ResourceInitializationException(state, ["still moving", "run up again"]));

        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        var detail = failure.GetRpcStatus()!.GetDetail<ErrorResourceInitFailed>()!;
        Assert.Equal("id-1", detail.Id);
        Assert.Equal(["still moving", "run up again"], detail.Reasons);
        Assert.Equal(
            ObjectValue.Of(("phase", PropertyValue.From("moving")), ("password", new SecretValue(PropertyValue.From("p")))),
            ValueDecoder.Decode(detail.Properties));
        Assert.Null(detail.Inputs);
    }

    [Fact]
    public async Task A_read_of_something_unfinished_keeps_the_inputs()
    {
        await using var plugin = await PluginFixture.StartAsync();
        plugin.Package.Thing.OnRead = static context =>
            throw new ResourceInitializationException(new(context.Id, context.State), ["still moving"]);
        var inputs = ValueEncoder.Encode(PropertyBag.Empty.With(FakeResource.Service, "lb-1").Value);

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await plugin.Client.ReadAsync(
            new() { Urn = "urn:pulumi:dev::project::fake:index:Thing::web", Id = "id-1", Inputs = inputs },
            cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(inputs, failure.GetRpcStatus()!.GetDetail<ErrorResourceInitFailed>()!.Inputs);
    }

    [Fact]
    public async Task Wrong_input_says_every_reason()
    {
        var failure = await CreateFailsAsync(new InputException([new("fqdns[0]", "not routed"), new("", "nothing fits")]));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Equal($"fqdns[0]: not routed{Environment.NewLine}nothing fits", failure.Status.Detail);
        Assert.Equal(
            ["fqdns[0]", ""],
            failure.GetRpcStatus()!.GetDetail<InputPropertiesError>()!.Errors.Select(static error => error.PropertyPath));
    }

    [Fact]
    public async Task A_failed_operation_says_its_own_words()
    {
        var failure = await CreateFailsAsync(new OperationException("192.0.2.10 cannot be moved: it is locked"));

        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        Assert.Equal("192.0.2.10 cannot be moved: it is locked", failure.Status.Detail);
    }

    [Fact]
    public async Task A_bug_is_called_one_and_quotes_no_values()
    {
        var failure = await CreateFailsAsync(new InvalidOperationException("hunter2", new FormatException("hunter2")));

        Assert.Equal(StatusCode.Internal, failure.StatusCode);
        Assert.Contains("bug in the provider", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("report", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("System.FormatException", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("ResourceCalls.CreateAsync", failure.Status.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.Status.Detail, StringComparison.Ordinal);
    }

    private static async Task<RpcException> CreateFailsAsync(Exception cause)
    {
        await using var plugin = await PluginFixture.StartAsync();
        plugin.Package.Thing.OnCreate = (_, _) => throw cause;
        return await Assert.ThrowsAsync<RpcException>(async () => await plugin.Client.CreateAsync(
            new() { Urn = "urn:pulumi:dev::project::fake:index:Thing::web" }, cancellationToken: TestContext.Current.CancellationToken));
    }
}
