using Engine.Tests.Fakes;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace Engine.Tests.Lifecycle;

public sealed class SkippedTests
{
    [Fact]
    public async Task What_needs_a_failed_resource_is_checked_without_what_is_missing_and_skipped()
    {
        await using var stack = await Stack.StartAsync();
        stack.Provider.OnCreate = _ => throw new RpcException(new Status(StatusCode.Internal, "quota exceeded"));
        RegisterResourceResponse? a = null;
        RegisterResourceResponse? b = null;

        var result = await stack.UpAsync(
            async program =>
            {
                a = await program.ThingAsync("a", new { name = "alpha" });
                b = await program.ThingAsync(
                    "b",
                    new
                    {
                        name = "bee",
                        tags = new { from = Sentinels.Unknown, kept = "yes" },
                        list = new[] {
                        "x",
                        Sentinels.Unknown },
                        all = Sentinels.Unknown
                    },
                    request => request.Dependencies.Add(a.Urn));
            },
            new EngineOptions { Action = EngineAction.Up, ContinueOnError = true });

        Assert.False(result.Good);
        Assert.Equal((Result.Fail, Result.Skip), (a?.Result, b?.Result));
        var check = stack.Provider.Requests<CheckRequest>("Check").Single(request => request.Name == "b");
        Assert.Equal("""{"list":["x"],"name":"bee","tags":{"kept":"yes"}}""", Literal.Text(check.News));
        Assert.Equal("a", Assert.Single(stack.Provider.Requests<CreateRequest>("Create")).Name);
    }

    [Fact]
    public async Task What_is_wrong_with_a_skipped_resource_is_said_too()
    {
        await using var stack = await Stack.StartAsync();
        stack.Provider.OnCreate = _ => throw new RpcException(new Status(StatusCode.Internal, "quota exceeded"));
        stack.Provider.OnCheck = request => request.Name == "b"
            ? new CheckResponse
            {
                Inputs = new Struct(),
                Failures = { new CheckFailure { Property = "name", Reason = "must start with a letter" } }
            }
            : null;

        await stack.UpAsync(
            async program =>
            {
                var a = await program.ThingAsync("a", new { name = "alpha" });
                await program.ThingAsync("b", new { name = "1" }, request => request.Dependencies.Add(a.Urn));
            },
            new EngineOptions { Action = EngineAction.Up, ContinueOnError = true });

        Assert.Contains("quota exceeded", stack.Printed, StringComparison.Ordinal);
        Assert.Contains("must start with a letter", stack.Printed, StringComparison.Ordinal);
    }
}
