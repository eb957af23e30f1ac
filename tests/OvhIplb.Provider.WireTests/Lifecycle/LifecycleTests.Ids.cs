using Grpc.Core;
using OvhIplb.Provider.WireTests.Engine;

namespace OvhIplb.Provider.WireTests.Lifecycle;

/// <content>What is known by its id only, and what is known no longer.</content>
public abstract partial class LifecycleTests
{
    [Fact]
    public async Task Is_imported_by_its_id_alone()
    {
        await using var deployment = await Deployment.StartAsync();
        Arrange(deployment.World);
        await deployment.Entry(Type).CreateAsync(Wire.Of(Inputs));
        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();

        var imported = deployment.Entry(Type, "imported");
        await imported.ImportAsync(Id);
        Assert.Equal(Id, imported.Id);
        await imported.RequireSettledAsync(imported.Inputs);
        await AssertReadsSilentlyAsync(imported);
        Assert.Empty(deployment.World.Writes);
    }

    [Fact]
    public async Task Ids_of_another_shape_are_refused_with_the_right_one()
    {
        await using var deployment = await Deployment.StartAsync();
        foreach (var wrong in WrongIds)
        {
            var refused = await Assert.ThrowsAsync<RpcException>(() => deployment.Entry(Type).ImportAsync(wrong));
            Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
            Assert.Contains($"'{wrong}' is not the id of a {Type}", refused.Status.Detail, StringComparison.Ordinal);
            Assert.Contains("serviceName", refused.Status.Detail, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(deployment.World.Calls, static call => !call.Path.StartsWith("/auth/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_gone_is_read_as_absent_and_deleted_without_ado()
    {
        await using var deployment = await Deployment.StartAsync();
        Arrange(deployment.World);
        var entry = deployment.Entry(Type);
        await entry.CreateAsync(Wire.Of(Inputs));
        Vanish(deployment.World);

        await deployment.NextCommandAsync();
        await entry.DeleteAsync();
        Assert.Null(await entry.RefreshAsync());
        Assert.Empty(entry.InitErrors);
        var imported = deployment.Entry(Type, "imported");
        await imported.ImportAsync(Id);
        Assert.Empty(imported.Id);
    }
}
