namespace Engine.Plugins;

/// <summary>Starts provider plugins.</summary>
internal interface IPluginHost
{
    /// <summary>Starts a plugin of its own for a package, telling it the engine's address, and connects to it.</summary>
    /// <exception cref="UserException">There is no such plugin, or it does not start.</exception>
    Task<IPlugin> StartAsync(string package, string engineAddress, CancellationToken cancellationToken);
}
