using System.Text.Json.Nodes;
using Engine.Plugins;
using Engine.State;
using Grpc.Core;
using Pulumirpc;

namespace Engine.Programs.PulumiYaml;

/// <summary>The schemas of the packages a program uses, as their plugins give them.</summary>
internal sealed class Packages(IReadOnlyDictionary<string, PackageSchema> schemas)
{
    /// <exception cref="UserException">A plugin is missing, or has no schema.</exception>
    public static async Task<Packages> LoadAsync(
        Template template,
        IPluginHost host,
        string engineAddress,
        CancellationToken cancellationToken)
    {
        var schemas = new Dictionary<string, PackageSchema>(StringComparer.Ordinal);
        var tokens =
            template.Resources.Values.Select(static resource => resource.Type)
                .Concat(template.Invokes.Select(static invoke => invoke.Token));
        foreach (var package in tokens.Select(Urn.Package).Distinct())
        {
            schemas[package] = await LoadAsync(package, host, engineAddress, cancellationToken);
        }

        return new Packages(schemas);
    }

    /// <summary>The package of a token.</summary>
    public PackageSchema Of(string token) => schemas[Urn.Package(token)];

    private static async Task<PackageSchema> LoadAsync(
        string package,
        IPluginHost host,
        string engineAddress,
        CancellationToken cancellationToken)
    {
        var plugin = await host.StartAsync(package, engineAddress, cancellationToken);
        await using (plugin)
        {
            try
            {
                var response = await plugin.Client.GetSchemaAsync(new GetSchemaRequest(), cancellationToken: cancellationToken);
                return new PackageSchema(package, JsonNode.Parse(response.Schema)!.AsObject());
            }
            catch (RpcException error) when (error.StatusCode == StatusCode.Unimplemented)
            {
                throw new UserException($"the plugin of the package {package} has no schema, which programs in YAML need", error);
            }
        }
    }
}
