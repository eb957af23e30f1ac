using System.Globalization;
using Engine.Programs;
using Engine.Project;

namespace Engine.Plugins;

/// <summary>
/// Finds plugins: those that <c>PULUMI_DEBUG_PROVIDERS</c> says are running, those <c>Pulumi.yaml</c> names, then
/// <c>pulumi-resource-&lt;package&gt;</c> on the PATH.
/// </summary>
internal sealed class PluginHost(
    ProjectFile project, IReadOnlyDictionary<string, string> environment, Action<string> errors, TimeProvider time,
    CancellationToken abort) : IPluginHost
{
    private const string DebugProviders = "PULUMI_DEBUG_PROVIDERS";

    public async Task<IPlugin> StartAsync(string package, string engineAddress, CancellationToken cancellationToken)
    {
        if (AttachPort(package) is { } port)
        {
            return new AttachedPlugin(port);
        }

        return await ProcessPlugin.StartAsync(
            Find(package), engineAddress, project.Directory, environment, errors, time, abort, cancellationToken);
    }

    private string Find(string package)
    {
        var name = $"pulumi-resource-{package}";
        var file = SearchPath.FileOf(name);
        if (project.Plugins.TryGetValue(package, out var given))
        {
            var named = Directory.Exists(given) ? Path.Combine(given, file) : given;
            return File.Exists(named)
                ? named
                : throw new UserException($"Pulumi.yaml: the path of the package '{package}' has no {file}: {given}");
        }

        return SearchPath.Find(name, environment) ?? throw new UserException(
            $"no resource plugin '{file}' found: name its folder under plugins.providers in Pulumi.yaml, or put it on the PATH");
    }

    private int? AttachPort(string package)
    {
        int? found = null;
        foreach (var pair in (Variable(DebugProviders) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(':', StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !ushort.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            {
                throw new UserException(
                    $"{DebugProviders}: '{pair}' is not the name and port of a provider, such as {package}:12345, without quotes around "
                        + $"it");
            }

            found = parts[0] == package ? found ?? port : found;
        }

        return found;
    }

    private string? Variable(string name) =>
        environment.TryGetValue(name, out var value) ? value : Environment.GetEnvironmentVariable(name);
}
