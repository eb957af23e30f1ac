using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Engine;

/// <summary>
/// A resource as the engine keeps it in the state, and the engine's calls about it. Errors of the plugin are thrown, except that
/// of a half-done operation: that leaves the resource here, with its <see cref="InitErrors"/>, as in the engine's state.
/// </summary>
internal sealed class Entry(Deployment deployment, string type, string name, string? parentType = null)
{
    private static readonly byte[] RandomSeed = new byte[32];

    public string Urn => $"urn:pulumi:dev::wire::{(parentType is null ? type : $"{parentType}${type}")}::{name}";

    /// <summary>Empty while the resource does not exist, and again once it is gone.</summary>
    public string Id { get; private set; } = "";

    public Struct Inputs { get; private set; } = new();

    /// <summary>The outputs.</summary>
    public Struct State { get; private set; } = new();

    public IReadOnlyList<string> InitErrors { get; private set; } = [];

    private ResourceProvider.ResourceProviderClient Provider => deployment.Provider;

    /// <summary>What replaces it: the same URN, and nothing in the state yet.</summary>
    public Entry Replacement() => new(deployment, type, name, parentType);

    public async Task<CheckResponse> CheckAsync(Struct news) => await Provider.CheckAsync(new CheckRequest
    {
        Urn = Urn,
        Olds = Inputs,
        News = news,
        RandomSeed = Google.Protobuf.ByteString.CopyFrom(RandomSeed),
        Name = name,
        Type = type,
    });

    /// <param name="news">The checked inputs.</param>
    /// <param name="ignoreChanges">The properties of which the resource option says that their changes do not count.</param>
    public async Task<DiffResponse> DiffAsync(Struct news, params string[] ignoreChanges)
        => await DiffAsync(State, Inputs, news, ignoreChanges);

    /// <summary>
    /// Requires that the program may ask for these inputs, and that the resource is already so. The state then holds them.
    /// </summary>
    /// <param name="news">The program's inputs.</param>
    public async Task RequireSettledAsync(Struct news)
    {
        var inputs = await AcceptedAsync(news);
        var diff = await DiffAsync(inputs);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
        Assert.Empty(diff.DetailedDiff);
        Inputs = inputs;
    }

    public async Task<CreateResponse> PreviewCreateAsync(Struct news)
        => await Provider.CreateAsync(Create(await AcceptedAsync(news), preview: true));

    /// <param name="news">The program's inputs.</param>
    /// <param name="timeout">Seconds; 0 leaves it to the plugin.</param>
    public Task CreateAsync(Struct news, double timeout = 0) => KeepingAsync(async () =>
    {
        var inputs = await AcceptedAsync(news);
        var request = Create(inputs, preview: false);
        request.Timeout = timeout;
        Inputs = inputs;
        var created = await Provider.CreateAsync(request);
        RequireNoRefreshBeforeUpdate(created.RefreshBeforeUpdate);
        (Id, State) = (created.Id, created.Properties);
    });

    public async Task<UpdateResponse> PreviewUpdateAsync(Struct news)
        => await Provider.UpdateAsync(Update(await AcceptedAsync(news), preview: true));

    /// <summary>Inputs stay the old ones where the update is only half done.</summary>
    /// <param name="news">The program's inputs.</param>
    /// <param name="timeout">Seconds; 0 leaves it to the plugin.</param>
    /// <param name="ignoreChanges">Properties for which the engine puts the old values into the inputs, before they are checked.</param>
    public Task UpdateAsync(Struct news, double timeout = 0, params string[] ignoreChanges) => KeepingAsync(async () =>
    {
        var asked = news.Clone();
        foreach (var ignored in ignoreChanges)
        {
            asked.Fields[ignored] = Inputs.Fields[ignored];
        }

        var inputs = await AcceptedAsync(asked);
        var request = Update(inputs, preview: false);
        request.Timeout = timeout;
        request.IgnoreChanges.AddRange(ignoreChanges);
        var updated = await Provider.UpdateAsync(request);
        RequireNoRefreshBeforeUpdate(updated.RefreshBeforeUpdate);
        (Inputs, State) = (inputs, updated.Properties);
    });

    /// <summary>
    /// Reads and answers the difference as the engine asks for it in a refresh, with the roles exchanged; null where it is gone.
    /// </summary>
    public async Task<DiffResponse?> RefreshAsync()
    {
        var saved = Inputs;
        await KeepingAsync(async () => Take(await Provider.ReadAsync(Read(Id, State, Inputs))));
        return Id.Length == 0 ? null : await DiffAsync(State, Inputs, saved, []);
    }

    /// <summary>Reads with the id only.</summary>
    public async Task ImportAsync(string id) => Take(await Provider.ReadAsync(Read(id, state: null, inputs: null)));

    /// <param name="timeout">Seconds; 0 leaves it to the plugin.</param>
    public async Task DeleteAsync(double timeout = 0) => await Provider.DeleteAsync(new DeleteRequest
    {
        Id = Id,
        Urn = Urn,
        Properties = State,
        OldInputs = Inputs,
        Timeout = timeout,
        Name = name,
        Type = type,
    });

    private async Task<DiffResponse> DiffAsync(
        Struct state,
        Struct oldInputs,
        Struct news,
        string[] ignoreChanges) => await Provider.DiffAsync(new DiffRequest
        {
            IgnoreChanges = { ignoreChanges },
            Id = Id,
            Urn = Urn,
            Olds = state,
            OldInputs = oldInputs,
            News = news,
            Name = name,
            Type = type,
        });

    private async Task<Struct> AcceptedAsync(Struct news)
    {
        var check = await CheckAsync(news);
        Assert.Empty(check.Failures);
        return check.Inputs;
    }

    private CreateRequest Create(Struct inputs, bool preview) =>
        new() { Urn = Urn, Properties = inputs, Preview = preview, Name = name, Type = type };

    private UpdateRequest Update(Struct inputs, bool preview) => new()
    {
        Id = Id,
        Urn = Urn,
        Olds = State,
        OldInputs = Inputs,
        News = inputs,
        Preview = preview,
        Name = name,
        Type = type,
    };

    private ReadRequest Read(string id, Struct? state, Struct? inputs) =>
        new() { Id = id, Urn = Urn, Properties = state, Inputs = inputs, Name = name, Type = type };

    private void Take(ReadResponse read)
    {
        RequireNoRefreshBeforeUpdate(read.RefreshBeforeUpdate);
        Id = read.Id;
        if (Id.Length > 0)
        {
            (State, Inputs) = (read.Properties, read.Inputs);
        }
    }

    /// <summary>
    /// An engine marks the state of such a resource with a feature that older CLIs refuse, and cannot destroy it with <c>--target</c>.
    /// </summary>
    private static void RequireNoRefreshBeforeUpdate(bool isAskedFor) => Assert.False(isAskedFor);

    private async Task KeepingAsync(Func<Task> operation)
    {
        InitErrors = [];
        try
        {
            await operation();
        }
        catch (RpcException failure) when (failure.GetRpcStatus()?.GetDetail<ErrorResourceInitFailed>() is { } half)
        {
            RequireNoRefreshBeforeUpdate(half.RefreshBeforeUpdate);
            (Id, State, InitErrors) = (half.Id, half.Properties, [.. half.Reasons]);
            Inputs = half.Inputs ?? Inputs;
        }
    }
}
