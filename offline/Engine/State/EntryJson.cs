using System.Globalization;
using System.Text.Json.Nodes;
using Engine.Secrets;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;

namespace Engine.State;

/// <summary>A resource entry in Pulumi's export format: keys in its order, empty ones absent, secrets encrypted.</summary>
internal static class EntryJson
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "urn", "custom", "delete", "id", "type", "inputs", "outputs", "parent", "protect", "taint", "external",
        "dependencies", "initErrors",
        "provider", "propertyDependencies", "pendingReplacement", "additionalSecretOutputs", "customTimeouts", "importID", "retainOnDelete",
        "deletedWith", "created", "modified", "ignoreChanges", "replaceOnChanges", "refreshBeforeUpdate",
    };

    public static JsonObject Write(ResourceEntry entry, SecretJson secrets)
    {
        var json = new JsonObject { ["urn"] = entry.Urn, ["custom"] = entry.Custom };
        Flag(json, "delete", entry.Delete);
        Text(json, "id", entry.Id);
        json["type"] = entry.Type;
        Values(json, "inputs", entry.Inputs, entry.Urn, secrets);
        Values(json, "outputs", entry.Outputs, entry.Urn, secrets);
        Text(json, "parent", entry.Parent);
        Flag(json, "protect", entry.Protect);
        Flag(json, "taint", entry.Taint);
        Flag(json, "external", entry.External);
        List(json, "dependencies", entry.Dependencies);
        List(json, "initErrors", entry.InitErrors);
        Text(json, "provider", entry.Provider);
        if (entry.PropertyDependencies.Count > 0)
        {
            var dependencies = new JsonObject();
            foreach ((var key, var urns) in entry.PropertyDependencies.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                dependencies[key] = new JsonArray([.. urns.Select(urn => JsonValue.Create(urn))]);
            }

            json["propertyDependencies"] = dependencies;
        }

        Flag(json, "pendingReplacement", entry.PendingReplacement);
        List(json, "additionalSecretOutputs", entry.AdditionalSecretOutputs);
        if (entry.Timeouts != Timeouts.Default)
        {
            var timeouts = new JsonObject();
            Seconds(timeouts, "create", entry.Timeouts.Create);
            Seconds(timeouts, "update", entry.Timeouts.Update);
            Seconds(timeouts, "delete", entry.Timeouts.Delete);
            Seconds(timeouts, "read", entry.Timeouts.Read);
            json["customTimeouts"] = timeouts;
        }

        Text(json, "importID", entry.ImportId);
        Flag(json, "retainOnDelete", entry.RetainOnDelete);
        Text(json, "deletedWith", entry.DeletedWith);
        Time(json, "created", entry.Created);
        Time(json, "modified", entry.Modified);
        List(json, "ignoreChanges", entry.IgnoreChanges);
        List(json, "replaceOnChanges", entry.ReplaceOnChanges);
        Flag(json, "refreshBeforeUpdate", entry.RefreshBeforeUpdate);
        foreach ((var key, var value) in entry.Rest ?? [])
        {
            json[key] = value?.DeepClone();
        }

        return json;
    }

    public static ResourceEntry Read(JsonObject json, SecretJson secrets)
    {
        var urn = Text(json, "urn");
        return new ResourceEntry
        {
            Urn = urn,
            Custom = Flag(json, "custom"),
            Delete = Flag(json, "delete"),
            Id = Text(json, "id"),
            Type = Text(json, "type"),
            Inputs = Values(json, "inputs", urn, secrets),
            Outputs = Values(json, "outputs", urn, secrets),
            Parent = Text(json, "parent"),
            Protect = Flag(json, "protect"),
            Taint = Flag(json, "taint"),
            External = Flag(json, "external"),
            Dependencies = List(json["dependencies"]),
            InitErrors = List(json["initErrors"]),
            Provider = Text(json, "provider"),
            PropertyDependencies = json["propertyDependencies"] is JsonObject dependencies
                ? dependencies.ToDictionary(pair => pair.Key, pair => List(pair.Value), StringComparer.Ordinal)
                : new Dictionary<string, IReadOnlyList<string>>(),
            PendingReplacement = Flag(json, "pendingReplacement"),
            AdditionalSecretOutputs = List(json["additionalSecretOutputs"]),
            Timeouts = json["customTimeouts"] is JsonObject timeouts
                ? new Timeouts(
                    Seconds(timeouts, "create"),
                    Seconds(timeouts, "update"),
                    Seconds(timeouts, "delete"),
                    Seconds(timeouts, "read"))
                : Timeouts.Default,
            ImportId = Text(json, "importID"),
            RetainOnDelete = Flag(json, "retainOnDelete"),
            DeletedWith = Text(json, "deletedWith"),
            Created = Time(json, "created"),
            Modified = Time(json, "modified"),
            IgnoreChanges = List(json["ignoreChanges"]),
            ReplaceOnChanges = List(json["replaceOnChanges"]),
            RefreshBeforeUpdate = Flag(json, "refreshBeforeUpdate"),
            Rest = Rest(json),
        };
    }

    private static JsonObject? Rest(JsonObject json)
    {
        KeyValuePair<string, JsonNode?>[] rest = [.. json.Where(static pair => !Known.Contains(pair.Key))];
        return rest.Length == 0 ? null : new JsonObject(rest.Select(static pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
    }

    private static void Text(JsonObject json, string key, string value)
    {
        if (value.Length > 0)
        {
            json[key] = value;
        }
    }

    private static string Text(JsonObject json, string key) => json[key]?.GetValue<string>() ?? "";

    private static void Flag(JsonObject json, string key, bool value)
    {
        if (value)
        {
            json[key] = true;
        }
    }

    private static bool Flag(JsonObject json, string key) => json[key]?.GetValue<bool>() ?? false;

    private static void List(JsonObject json, string key, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            json[key] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        }
    }

    private static IReadOnlyList<string> List(JsonNode? node) =>
        node is JsonArray array ? [.. array.Select(item => item!.GetValue<string>())] : [];

    private static void Seconds(JsonObject json, string key, double value)
    {
        if (value > 0)
        {
            json[key] = value;
        }
    }

    private static double Seconds(JsonObject json, string key) => json[key]?.GetValue<double>() ?? 0;

    private static void Time(JsonObject json, string key, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            json[key] = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
        }
    }

    private static DateTimeOffset? Time(JsonObject json, string key) =>
        json[key] is { } node
            ? DateTimeOffset.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null;

    private static void Values(JsonObject json, string key, Struct? values, string urn, SecretJson secrets)
    {
        if (values is { Fields.Count: > 0 })
        {
            json[key] = secrets.Encrypt(ReferenceJson.Complete(ValueJson.From(values)), urn);
        }
    }

    private static Struct? Values(JsonObject json, string key, string urn, SecretJson secrets) =>
        json[key] is JsonObject values ? ValueJson.ToStruct(ReferenceJson.Reduce(secrets.Decrypt(values, urn))) : null;
}
