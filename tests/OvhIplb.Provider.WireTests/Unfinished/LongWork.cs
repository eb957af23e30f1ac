using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Control;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Unfinished;

/// <summary>A create that the simulator takes an hour for, unless a test lets time pass.</summary>
/// <param name="Type">The resource.</param>
/// <param name="InputsJson">Its inputs.</param>
/// <param name="Id">Its id.</param>
/// <param name="Phase">The phase while it is unfinished.</param>
/// <param name="StatusLine">What the plugin says while it waits.</param>
/// <param name="Requests">The writes that it takes.</param>
/// <param name="Waits">The status lines at which an hour has to pass for what is unfinished to be done.</param>
internal sealed record LongWork(
    string Type, string InputsJson, string Id, string Phase, string StatusLine, string[] Requests, string[] Waits)
{
    public const string Move = "move";

    public const string Order = "order";

    public const string Refresh = "refresh";

    /// <summary>Within what a cancelled operation is to answer: at once; the rest is for a machine that is busy with other tests.</summary>
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(3);

    /// <summary>The writes where an update finishes what a create left unfinished.</summary>
    public string[] RequestsAfterAll { get; init; } = Requests;

    /// <summary>The writes that clear away what was there before; <c>*</c> stands for its number.</summary>
    public string[] ClearingRequests { get; init; } = [];

    /// <summary>The status lines at which an hour has to pass for a create to be done.</summary>
    public string[] CreateWaits { get; init; } = Waits;

    public static TimeSpan Length { get; } = TimeSpan.FromHours(1);

    public static IReadOnlyDictionary<string, LongWork> All { get; } = new Dictionary<string, LongWork>
    {
        [Move] = new(
            "FailoverAttachment",
            $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ip": "192.0.2.10" }""",
            $"{DefaultWorld.LoadBalancer}/192.0.2.10/32",
            "moving",
            "moving 192.0.2.10/32",
            ["POST /ip/192.0.2.10/32/move", $"POST /ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh"],
            ["moving 192.0.2.10/32", $"refreshing {DefaultWorld.LoadBalancer}"]),
        [Order] = new(
            "FreeCertificate",
            $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "fqdns": ["www.example.com"] }""",
            $"{DefaultWorld.LoadBalancer}/www.example.com",
            "ordering",
            "ordering a certificate",
            [$"POST /ipLoadbalancing/{DefaultWorld.LoadBalancer}/freeCertificate"],
            ["certificate"])
        {
            ClearingRequests = [$"DELETE /ipLoadbalancing/{DefaultWorld.LoadBalancer}/ssl/*", $"POST /ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh"],
        },
        [Refresh] = new(
            "Refresh",
            $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}" }""",
            DefaultWorld.LoadBalancer,
            "refreshing",
            $"refreshing {DefaultWorld.LoadBalancer}",
            [$"POST /ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh"],
            ["waiting for refresh task", $"refreshing {DefaultWorld.LoadBalancer}"])
        {
            CreateWaits = [$"refreshing {DefaultWorld.LoadBalancer}"],
            // What was changed since the first was sent is not part of it.
            RequestsAfterAll = Enumerable.Repeat($"POST /ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh", 2).ToArray(),
        },
    };

    public Struct Inputs => Wire.Of(InputsJson);

    public void Arrange(Controls world) => world.SetDns("www.example.com", ["203.0.113.10"]);

    /// <summary>A resource whose create was seen through; the next command has begun, and nothing has been called or said yet.</summary>
    public async Task<Entry> CreatedAsync(Deployment deployment)
    {
        Arrange(deployment.World);
        var entry = deployment.Entry(Type);
        await FinishAsync(deployment, entry.CreateAsync(Inputs), CreateWaits);
        Assert.Equal("live", entry.State.Text("phase"));
        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        deployment.Log.Clear();
        return entry;
    }

    /// <summary>What was cut short is said again by a read in between, and the next update sees it through.</summary>
    /// <param name="deployment">In which all writes were for this work.</param>
    /// <param name="entry">The unfinished resource.</param>
    /// <param name="inputs">What the program asks for.</param>
    /// <param name="isAgain">Whether it was done before, so that there may be something to clear away.</param>
    public async Task RequireFinishedByTheNextUpdateAsync(Deployment deployment, Entry entry, Struct inputs, bool isAgain = false)
    {
        Assert.Equal(Id, entry.Id);
        Assert.Equal(Phase, entry.State.Text("phase"));
        Assert.NotNull(entry.State.Text("taskId"));
        var number = entry.State.Fields.GetValueOrDefault("certificateId")?.NumberValue;

        // A plain read would make the engine believe that all is well.
        await deployment.NextCommandAsync();
        await entry.RefreshAsync();
        Assert.NotEmpty(entry.InitErrors);
        Assert.Equal(Id, entry.Id);
        Assert.Equal(Phase, entry.State.Text("phase"));

        await deployment.NextCommandAsync();
        deployment.Log.Clear();
        string[] clearing = isAgain
            ? [.. ClearingRequests.Select(request => request.Replace("*", $"{number}", StringComparison.Ordinal))]
            : [];
        await FinishAsync(
            deployment,
            entry.UpdateAsync(inputs),
            clearing.Length > 0 ? [.. Waits, $"refreshing {DefaultWorld.LoadBalancer}"] : null);
        Assert.Empty(entry.InitErrors);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Equal([.. RequestsAfterAll, .. clearing], deployment.Requests);
    }

    /// <summary>Cancels an operation, which has to answer at once, whatever it answers.</summary>
    public static async Task CancelAsync(Deployment deployment, Task operation)
    {
        var start = Stopwatch.GetTimestamp();
        await deployment.Provider.CancelAsync(new Empty());
        try
        {
            await operation;
        }
        finally
        {
            Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, Prompt);
        }
    }

    /// <summary>Lets an hour pass whenever the plugin waits for one.</summary>
    /// <param name="deployment">Where it works.</param>
    /// <param name="operation">What is to end.</param>
    /// <param name="waits">The status lines of another operation; null for <see cref="Waits"/>.</param>
    public async Task FinishAsync(Deployment deployment, Task operation, string[]? waits = null)
    {
        foreach (var wait in waits ?? Waits)
        {
            await Task.WhenAny(deployment.Log.LineAsync(wait), operation);
            deployment.World.Advance(Length);
        }

        await operation;
    }
}
