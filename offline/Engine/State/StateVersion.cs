using System.Text.Json.Nodes;

namespace Engine.State;

/// <summary>
/// The versions of Pulumi's state format, as the real engine uses them: 3, or 4 with a list of features where a resource needs one
/// that older engines do not know.
/// </summary>
internal static class StateVersion
{
    private const int Plain = 3;
    private const int WithFeatures = 4;

    // A view belongs to another resource, whose provider writes it: this engine would take it for a resource to delete.
    private static readonly string[] Supported = ["hooks", "refreshBeforeUpdate", "taint"];

    /// <summary>The version and, where it has any, the features of a state with these resources.</summary>
    public static JsonObject Of(IEnumerable<ResourceEntry> resources)
    {
        string[] features = [.. resources.SelectMany(FeaturesOf).Distinct().Order(StringComparer.Ordinal)];
        return features.Length == 0
            ? new JsonObject { ["version"] = Plain }
            : new JsonObject
            {
                ["version"] = WithFeatures,
                ["features"] = new JsonArray([.. features.Select(static feature => JsonValue.Create(feature))])
            };
    }

    /// <exception cref="UserException">It is of another version, or needs a feature that this engine does not have.</exception>
    public static void Check(JsonObject root, string path)
    {
        var version = root["version"] is JsonValue value && value.TryGetValue(out int number) ? number : 0;
        if (version is not (Plain or WithFeatures))
        {
            throw new UserException(version > WithFeatures
                ? $"{path} is a state of version {version}, which is newer than the embedded engine: it reads versions {Plain} and "
                    + $"{WithFeatures}"
                : $"{path} is not a state of version {Plain} or {WithFeatures}, the versions that the embedded engine reads");
        }

        string[] unknown = version == WithFeatures && root["features"] is JsonArray features
            ? [.. features.Select(static feature => feature?.ToString() ?? "null").Except(Supported)]
            : [];
        if (unknown.Length > 0)
        {
            throw new UserException($"{path} needs features that the embedded engine does not have: {string.Join(", ", unknown)}");
        }
    }

    private static IEnumerable<string> FeaturesOf(ResourceEntry entry)
    {
        if (entry.RefreshBeforeUpdate)
        {
            yield return "refreshBeforeUpdate";
        }

        if (entry.HasHooks)
        {
            yield return "hooks";
        }

        if (entry.Taint)
        {
            yield return "taint";
        }
    }
}
