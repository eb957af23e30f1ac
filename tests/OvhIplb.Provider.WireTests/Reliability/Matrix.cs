using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>Every case, run once for all tests of the class.</summary>
[SuppressMessage("Design", "CA1031", Justification = "What is wrong with one case must not hide what is wrong with the others.")]
public sealed class Matrix : IAsyncLifetime
{
    /// <summary>Trials mostly wait for the plugin's client to try again, so that many can share two processors.</summary>
    private const int Stages = 12;

    private readonly ConcurrentBag<string> _complaints = [];

    public IReadOnlyCollection<string> Complaints => _complaints;

    internal IReadOnlyList<Outcome> Outcomes { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var stages = await Task.WhenAll(Enumerable.Range(0, Stages).Select(static _ => Stage.StartAsync()));
        List<Sample> samples = [];
        foreach (var subject in Subject.All)
        {
            foreach (var operation in subject.Operations)
            {
                samples.Add(await Sample.TakeAsync(stages[0], subject, operation));
            }
        }

        Case[] cases = [.. samples.SelectMany(static sample => sample.Cases)];
        var outcomes = new ConcurrentDictionary<Case, Outcome>(ReferenceEqualityComparer.Instance);
        var waiting = new ConcurrentQueue<Case>(cases.OrderByDescending(static one => one.TakesLong));
        await Task.WhenAll(stages.Select(stage => Task.Run(async () =>
        {
            while (waiting.TryDequeue(out var next))
            {
                try
                {
                    outcomes[next] = await next.RunAsync(stage);
                }
                catch (Exception wrong)
                {
                    _complaints.Add($"{next}: {wrong.Message}");
                }
            }
        })));
        Outcomes = [.. cases.Where(outcomes.ContainsKey).Select(one => outcomes[one])];
        foreach (var stage in stages)
        {
            await stage.DisposeAsync();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
