using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OvhIplb.Provider.WireTests.Engine;
using OvhIplb.Provider.WireTests.Reliability;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Expiry;

/// <summary>Each resource of the package, and the load balancer that all of them are on.</summary>
internal static class Expired
{
    public const string Advice = "Renew the service in OVHcloud's control panel, or take it out of the program.";

    /// <summary>The types of all resources.</summary>
    public static TheoryData<string> Types => [.. Subject.All.Select(static subject => subject.Type).Distinct()];

    public static Struct InputsOf(string type) => Of(type).Inputs;

    /// <summary>The inputs that an update makes a call for.</summary>
    public static Struct ChangedInputsOf(string type) => Of(type).ChangedInputs;

    public static async Task<Deployment> StartAsync()
    {
        var deployment = await Deployment.StartAsync();
        deployment.World.SetDns("www.example.com", ["203.0.113.10"]);
        return deployment;
    }

    /// <summary>An entry that an earlier command has made. What was said and asked since then is forgotten.</summary>
    public static async Task<Entry> CreatedAsync(this Deployment deployment, string type)
    {
        var entry = deployment.Entry(type);
        await entry.CreateAsync(InputsOf(type));
        await deployment.NextCommandAsync();
        deployment.Log.Clear();
        deployment.World.ClearCalls();
        return entry;
    }

    public static void Expire(this Deployment deployment, string service = DefaultWorld.LoadBalancer)
        => deployment.World.SetExpired(service, expired: true);

    /// <summary>Fails as an expired service does, and says which and what to do.</summary>
    public static async Task RequireAdviceAsync(Func<Task> operation)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(operation);
        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        RequireAdvice(failure.Status.Detail);
    }

    /// <summary>A message about an expired service says which and what to do.</summary>
    public static void RequireAdvice(string message)
    {
        Assert.Contains("HTTP 460", message, StringComparison.Ordinal);
        Assert.EndsWith(Advice, message, StringComparison.Ordinal);
    }

    private static Subject Of(string type) => Subject.All.First(subject => subject.Type == type);
}
