using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Certificates;

namespace OvhIplb.Provider.WireTests.Unfinished;

/// <summary>An update that has as much to do as a create is cut short as a create is.</summary>
public sealed class UpdateTests
{
    public static TheoryData<string> Kinds => [.. LongWork.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Cancelling_keeps_the_task_and_the_next_update_finishes_it(string kind)
    {
        var work = LongWork.All[kind];
        await using var deployment = await Deployment.StartAsync(LongWork.Length);
        (var entry, var inputs) = await DisturbedAsync(deployment, work);
        var update = entry.UpdateAsync(inputs);
        await deployment.Log.LineAsync(work.StatusLine);
        await LongWork.CancelAsync(deployment, update);
        Assert.Contains("because the operation was cancelled", Assert.Single(entry.InitErrors), StringComparison.Ordinal);
        await work.RequireFinishedByTheNextUpdateAsync(deployment, entry, inputs, isAgain: true);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Running_out_of_time_keeps_the_task_and_the_next_update_finishes_it(string kind)
    {
        var work = LongWork.All[kind];
        await using var deployment = await Deployment.StartAsync(LongWork.Length);
        (var entry, var inputs) = await DisturbedAsync(deployment, work);
        await entry.UpdateAsync(inputs, timeout: 5);
        Assert.Contains("after 5 s", Assert.Single(entry.InitErrors), StringComparison.Ordinal);
        await work.RequireFinishedByTheNextUpdateAsync(deployment, entry, inputs, isAgain: true);
    }

    /// <summary>A resource that was live and has everything to do anew, and what the program asks for.</summary>
    private static async Task<(Entry Entry, Struct Inputs)> DisturbedAsync(Deployment deployment, LongWork work)
    {
        var entry = await work.CreatedAsync(deployment);
        deployment.World.Change(static world =>
        {
            world.Ips.Find(static ip => ip.Ip == "192.0.2.10/32")!.RoutedTo = null;
            var certificates = world.LoadBalancers[0].Certificates;
            for (var index = 0; index < certificates.Count; index++)
            {
                var old = certificates[index];
                certificates[index] = new Certificate
                {
                    Id = old.Id,
                    Fingerprint = old.Fingerprint,
                    Serial = old.Serial,
                    Subject = old.Subject,
                    San = old.San,
                    ExpireDate = world.Now - LongWork.Length,
                };
            }
        });

        await entry.RefreshAsync();
        return (entry, work.Type == "Refresh" ? work.Inputs.With("triggers", """{ "release": "2" }""") : work.Inputs);
    }
}
