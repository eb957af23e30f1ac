using Pulumirpc;

namespace Engine.Plugins;

/// <summary>A running plugin; disposing it ends it, or leaves it alone where the engine did not start it.</summary>
internal interface IPlugin : IAsyncDisposable
{
    ResourceProvider.ResourceProviderClient Client { get; }

    /// <summary>Whether it was running before the engine came.</summary>
    bool Attached { get; }

    /// <summary>The folder the plugin was started from; empty where it was attached to.</summary>
    string Directory { get; }
}
