using Pulumi.Testing;

namespace Pulumi.Tests.Fixtures;

/// <summary>Answers each resource with its inputs and what the test adds, and keeps what it was asked.</summary>
public sealed class Mocks : IMocks
{
    private readonly ConcurrentDictionary<string, MockResourceArgs> _resources = new();

    public IReadOnlyDictionary<string, MockResourceArgs> Resources => _resources;

    public ConcurrentBag<MockCallArgs> Calls { get; } = [];

    public ConcurrentDictionary<string, MockRegisterResourceOutputsRequest> Outputs { get; } = new();

    /// <summary>Whether a resource exists already; in a preview, one that does not has no id.</summary>
    public Func<MockResourceArgs, bool> Exists { get; init; } = _ => true;

    public Func<MockResourceArgs, ImmutableDictionary<string, object>> State { get; init; } = args => args.Inputs;

    public Func<MockCallArgs, ImmutableDictionary<string, object>> Result { get; init; } = args => args.Args;

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources[args.Name!] = args;
        var id = string.IsNullOrEmpty(args.Id) ? $"{args.Name}-id" : args.Id;
        return Task.FromResult<(string?, object)>((args.Type == "test:index:Group" || !Exists(args) ? null : id, State(args)));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Calls.Add(args);
        return Task.FromResult<object>(Result(args));
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        Outputs[args.Urn] = args;
        return Task.CompletedTask;
    }
}
