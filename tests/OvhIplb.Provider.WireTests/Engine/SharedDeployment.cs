namespace OvhIplb.Provider.WireTests.Engine;

/// <summary>One deployment for all tests of a class, for tests that leave nothing behind in it.</summary>
public sealed class SharedDeployment : IAsyncLifetime
{
    private Deployment? _deployment;

    internal Deployment Deployment => _deployment!;

    public async ValueTask InitializeAsync() => _deployment = await Deployment.StartAsync();

    public ValueTask DisposeAsync() => Deployment.DisposeAsync();
}
