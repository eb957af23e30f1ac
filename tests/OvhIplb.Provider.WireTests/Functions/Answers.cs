using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Worlds;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Functions;

/// <summary>Calls of functions as an engine makes them, in previews as in updates.</summary>
internal static class Answers
{
    public const string OfDefault = $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}" }""";

    /// <summary>What a function answers. Asking changes nothing.</summary>
    public static async Task<Struct> AskAsync(this Deployment deployment, string function, string arguments = OfDefault)
    {
        deployment.World.ClearCalls();
        var answer = await InvokeAsync(deployment, function, arguments);
        Assert.Empty(answer.Failures);
        Assert.Equal(answer.Return, (await InvokeAsync(deployment, function, arguments, preview: true)).Return);
        Assert.Empty(deployment.World.Writes);
        return answer.Return;
    }

    /// <summary>Why a function refuses its arguments, each reason after its path.</summary>
    public static async Task<string[]> RefusalsAsync(this Deployment deployment, string function, string arguments) =>
        [.. (await InvokeAsync(deployment, function, arguments)).Failures
            .Select(static failure => $"{failure.Property}: {failure.Reason}")];

    private static async Task<InvokeResponse> InvokeAsync(Deployment deployment, string function, string arguments, bool preview = false) =>
        await deployment.Provider
            .InvokeAsync(new InvokeRequest { Tok = $"ovh-iplb:index:{function}", Args = Wire.Of(arguments), Preview = preview });
}
