using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace OvhIplb.Components.Tests.Mocks;

/// <summary>Answers as the plugin would, from what the test lays down, and keeps what it was asked.</summary>
public sealed class Account : IMocks
{
    private readonly ConcurrentDictionary<string, MockResourceArgs> _resources = new();

    /// <summary>What was declared or read, by name.</summary>
    public IReadOnlyDictionary<string, MockResourceArgs> Resources => _resources;

    public ConcurrentBag<MockCallArgs> Calls { get; } = [];

    /// <summary>What every resource answers beside its inputs.</summary>
    public ImmutableDictionary<string, object> State { get; init; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>What every function answers.</summary>
    public ImmutableDictionary<string, object> Result { get; init; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>What each of these resources, by name, waits for before it is there.</summary>
    public Dictionary<string, Task> CreatedOnce { get; } = [];

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources[args.Name!] = args;
        await (CreatedOnce.GetValueOrDefault(args.Name!) ?? Task.CompletedTask);
        var id = string.IsNullOrEmpty(args.Id) ? $"{args.Name}-id" : args.Id;
        return (id, args.Inputs.SetItems(State));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Calls.Add(args);
        return Task.FromResult<object>(Result);
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;

    /// <summary>Runs a piece of a program in an update.</summary>
    public Task UpdateAsync(Func<Task> program) => Deployment.TestAsync(this, new TestOptions { IsPreview = false }, program);

    public Task UpdateAsync(Action program) => Deployment.TestAsync(this, new TestOptions { IsPreview = false }, program);
}
