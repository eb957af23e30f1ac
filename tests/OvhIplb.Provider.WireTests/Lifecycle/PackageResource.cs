using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Lifecycle;

/// <summary>What the plugin's schema says of one resource.</summary>
/// <param name="Inputs">The names of all inputs, in order.</param>
/// <param name="RequiredInputs">The names of those that must be given, in order.</param>
internal sealed record PackageResource(string[] Inputs, string[] RequiredInputs)
{
    private const string TokenPrefix = "ovh-iplb:index:";

    /// <summary>The names of all resources.</summary>
    public static async Task<string[]> NamesAsync(Deployment deployment) =>
        [.. (await ResourcesAsync(deployment)).Select(static resource => resource.Key[TokenPrefix.Length..])];

    public static async Task<PackageResource> OfAsync(Deployment deployment, string name)
    {
        var schema = (await ResourcesAsync(deployment))[TokenPrefix + name]!;
        return new PackageResource(
            [.. schema["inputProperties"]!.AsObject().Select(static input => input.Key).Order(StringComparer.Ordinal)],
            [.. (schema["requiredInputs"]?.AsArray() ?? []).Select(static input => input!.GetValue<string>())
                .Order(StringComparer.Ordinal)]);
    }

    public Struct OnlyRequired(Struct inputs) =>
        new() { Fields = { inputs.Fields.Where(input => RequiredInputs.Contains(input.Key)).ToDictionary() } };

    private static async Task<JsonObject> ResourcesAsync(Deployment deployment) =>
        JsonNode.Parse((await deployment.Provider.GetSchemaAsync(new GetSchemaRequest())).Schema)!["resources"]!.AsObject();
}
