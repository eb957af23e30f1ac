using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Control;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Lifecycle;

/// <summary>What every resource goes through, command by command, as the engine calls it.</summary>
public abstract class LifecycleTests
{
    /// <summary>The resource's name, such as <c>Refresh</c>.</summary>
    protected abstract string Type { get; }

    /// <summary>Inputs as JSON.</summary>
    protected abstract string Inputs { get; }

    /// <summary>Inputs that differ from <see cref="Inputs"/> in what can be updated.</summary>
    protected abstract string ChangedInputs { get; }

    /// <summary>Where the two differ.</summary>
    protected abstract string ChangedPath { get; }

    /// <summary>The id that follows from <see cref="Inputs"/>.</summary>
    protected abstract string Id { get; }

    /// <summary>Ids of other shapes.</summary>
    protected abstract string[] WrongIds { get; }

    /// <summary>The calls that delete the object, method and path.</summary>
    private protected abstract string[] DeletingCalls(Entry entry);

    [Fact]
    public Task Lives_from_preview_to_the_second_delete() => LiveAsync(startsAnew: false);

    /// <param name="startsAnew">Whether each command starts the plugin anew.</param>
    private protected async Task LiveAsync(bool startsAnew)
    {
        await using Deployment deployment = await Deployment.StartAsync(startsAnew: startsAnew);
        Arrange(deployment.World);
        Entry entry = deployment.Entry(Type);
        Struct inputs = Wire.Of(Inputs);

        CreateResponse preview = await entry.PreviewCreateAsync(inputs);
        Assert.Empty(preview.Id);
        Assert.Empty(deployment.World.Writes);

        await deployment.NextCommandAsync();
        await entry.CreateAsync(inputs);
        Assert.Empty(entry.InitErrors);
        Assert.Equal(Id, entry.Id);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.NotEmpty(deployment.World.Writes);
        AssertKept(preview.Properties, entry.State);

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await AssertSettledAsync(entry, inputs);
        await AssertUpdatesAsync(deployment, entry);

        await deployment.NextCommandAsync();
        await AssertReadsSilentlyAsync(entry);

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await entry.DeleteAsync();
        Assert.Equal(DeletingCalls(entry), deployment.World.Writes.Select(static call => $"{call.Method} {Uri.UnescapeDataString(call.Path)}"));

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await entry.DeleteAsync();
        Assert.Empty(deployment.World.Writes);
        await AssertAfterDeleteAsync(deployment, entry);
    }

    [Fact]
    public async Task Is_imported_by_its_id_alone()
    {
        await using Deployment deployment = await Deployment.StartAsync();
        Arrange(deployment.World);
        await deployment.Entry(Type).CreateAsync(Wire.Of(Inputs));
        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();

        Entry imported = deployment.Entry(Type, "imported");
        await imported.ImportAsync(Id);
        Assert.Equal(Id, imported.Id);
        await AssertSettledAsync(imported, imported.Inputs);
        await AssertReadsSilentlyAsync(imported);
        Assert.Empty(deployment.World.Writes);
    }

    [Fact]
    public async Task Ids_of_another_shape_are_refused_with_the_right_one()
    {
        await using Deployment deployment = await Deployment.StartAsync();
        foreach (string wrong in WrongIds)
        {
            RpcException refused = await Assert.ThrowsAsync<RpcException>(() => deployment.Entry(Type).ImportAsync(wrong));
            Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
            Assert.Contains($"'{wrong}' is not the id of a {Type}", refused.Status.Detail, StringComparison.Ordinal);
            Assert.Contains("serviceName", refused.Status.Detail, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(deployment.World.Calls, static call => !call.Path.StartsWith("/auth/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Previews_with_unknown_inputs()
    {
        await using Deployment deployment = await Deployment.StartAsync();
        foreach (string name in Wire.Of(Inputs).Fields.Keys)
        {
            Struct inputs = Wire.Of(Inputs).With(name, $"\"{Wire.Unknown}\"");
            CreateResponse preview = await deployment.Entry(Type).PreviewCreateAsync(inputs);
            Assert.True(
                preview.Properties.Text(name) is null or Wire.Unknown, $"a preview claims to know {name}: {preview.Properties.Fields.GetValueOrDefault(name)}");
        }

        Assert.Empty(deployment.World.Writes);
    }

    [Fact]
    public async Task Previews_while_the_provider_is_not_configured_yet()
    {
        await using Deployment deployment = await Deployment.StartUnconfiguredAsync();
        deployment.Configuration = deployment.Configuration.With("applicationSecret", $"\"{Wire.Unknown}\"");
        await deployment.ConfigureAsync();
        CreateResponse preview = await deployment.Entry(Type).PreviewCreateAsync(Wire.Of(Inputs));
        Assert.Equal(Wire.Of(Inputs).Text("serviceName"), preview.Properties.Text("serviceName"));
        Assert.Empty(deployment.World.Calls);
    }

    [Fact]
    public async Task Secret_inputs_stay_secret_in_the_state()
    {
        await using Deployment deployment = await Deployment.StartAsync();
        Arrange(deployment.World);
        Entry entry = deployment.Entry(Type);
        Struct plain = Wire.Of(Inputs);
        string serviceName = $"\"{plain.Text("serviceName")}\"";
        Struct inputs = plain.With("serviceName", Wire.Secret(serviceName));

        Assert.True(Wire.IsSecret((await entry.PreviewCreateAsync(inputs)).Properties.Fields["serviceName"]));
        await entry.CreateAsync(inputs);
        Assert.Equal(Id, entry.Id);
        Assert.True(Wire.IsSecret(entry.State.Fields["serviceName"]));
        await AssertReadsSilentlyAsync(entry);
        await AssertSettledAsync(entry, inputs);
        // Whether it is secret is no difference.
        await AssertSettledAsync(entry, plain);
    }

    /// <summary>Makes the world ready for <see cref="Inputs"/>.</summary>
    private protected virtual void Arrange(Controls world)
    {
    }

    /// <summary>Looks whether the object is as a delete leaves it.</summary>
    private protected abstract Task AssertAfterDeleteAsync(Deployment deployment, Entry entry);

    private protected static async Task AssertSettledAsync(Entry entry, Struct inputs)
    {
        CheckResponse check = await entry.CheckAsync(inputs);
        Assert.Empty(check.Failures);
        DiffResponse diff = await entry.DiffAsync(check.Inputs);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
        Assert.Empty(diff.DetailedDiff);
    }

    private protected static async Task AssertReadsSilentlyAsync(Entry entry)
    {
        (string id, Struct inputs, Struct state) = (entry.Id, entry.Inputs, entry.State);
        DiffResponse? diff = await entry.RefreshAsync();
        Assert.Empty(entry.InitErrors);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff?.Changes);
        Assert.Equal(id, entry.Id);
        Assert.Equal(inputs, entry.Inputs);
        Assert.Equal(state, entry.State);
    }

    /// <summary>What a preview said for certain came true.</summary>
    private static void AssertKept(Struct promised, Struct state) =>
        Assert.All(promised.Fields, promise => Assert.Equal(promise.Value, state.Fields.GetValueOrDefault(promise.Key)));

    private async Task AssertUpdatesAsync(Deployment deployment, Entry entry)
    {
        Struct changed = Wire.Of(ChangedInputs);
        DiffResponse diff = await entry.DiffAsync((await entry.CheckAsync(changed)).Inputs);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffSome, diff.Changes);
        Assert.True(diff.HasDetailedDiff);
        Assert.Equal([ChangedPath], diff.DetailedDiff.Keys);
        Assert.Empty(diff.Replaces);

        UpdateResponse preview = await entry.PreviewUpdateAsync(changed);
        Assert.Empty(deployment.World.Writes);

        await deployment.NextCommandAsync();
        await entry.UpdateAsync(changed);
        Assert.Empty(entry.InitErrors);
        AssertKept(preview.Properties, entry.State);
        await AssertSettledAsync(entry, changed);
    }
}
