using Microsoft.Extensions.Hosting;
using OvhSimulator.Control;

namespace OvhSimulator;

/// <summary>A running simulator. Disposing stops it.</summary>
public sealed class Simulator : IAsyncDisposable
{
    internal Simulator(IHost host, Uri baseAddress, Controls controls)
    {
        Host = host;
        BaseAddress = baseAddress;
        Controls = controls;
    }

    /// <summary>The API's base URL without a trailing slash, such as <c>http://127.0.0.1:8480/1.0</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>What is done to the world from outside.</summary>
    public Controls Controls { get; }

    /// <summary>The web host, for those who put another server beneath it.</summary>
    public IHost Host { get; }

    /// <summary>Stops listening and keeps the world in its file.</summary>
    public async ValueTask DisposeAsync()
    {
        await Host.StopAsync().ConfigureAwait(false);
        Controls.Read(_ => true);
        if (Host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync().ConfigureAwait(false);
        }
    }
}
