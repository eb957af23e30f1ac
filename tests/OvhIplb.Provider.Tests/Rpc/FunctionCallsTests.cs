using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.Framework.Values;
using Pulumirpc;

namespace OvhIplb.Provider.Tests.Rpc;

public sealed class FunctionCallsTests
{
    [Fact]
    public async Task A_result_of_objects_arrives_whole()
    {
        var answer = await InvokeAsync("web");

        var zone = ObjectValue.Of(("zone", PropertyValue.From("gra")), ("ips", PropertyValue.From(["192.0.2.1"])));
        Assert.Equal(ObjectValue.Of(("zones", PropertyValue.From([zone]))), ValueDecoder.Decode(answer.Return));
    }

    [Fact]
    public async Task A_refused_argument_is_a_failure_of_that_argument()
    {
        var refused = await InvokeAsync("bad");
        var missing = await InvokeAsync(null);

        Assert.Equal([new CheckFailure { Property = "name", Reason = "there is nothing of that name" }], refused.Failures);
        Assert.Equal([new CheckFailure { Property = "name", Reason = "'name' is required but was not given" }], missing.Failures);
    }

    [Fact]
    public async Task Of_an_unknown_argument_the_answer_is_unknown() => Assert.Equal(
        ObjectValue.Of(("zones", PropertyValue.Unknown)),
        ValueDecoder.Decode((await InvokeAsync("04da6b54-80e4-46f7-96ec-b56ff0331ba9")).Return));

    private static async Task<InvokeResponse> InvokeAsync(string? name)
    {
        await using var plugin = await PluginFixture.StartAsync();
        var arguments = new Struct();
        if (name is not null)
        {
            arguments.Fields.Add("name", Value.ForString(name));
        }

        return await plugin.Client.InvokeAsync(
            new() { Tok = "fake:index:getThing", Args = arguments }, cancellationToken: TestContext.Current.CancellationToken);
    }
}
