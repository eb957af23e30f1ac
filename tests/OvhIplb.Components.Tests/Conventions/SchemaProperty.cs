using System.Text.Json;

namespace OvhIplb.Components.Tests.Conventions;

/// <summary>A property as the schema declares it.</summary>
internal sealed record SchemaProperty(string Name, JsonElement Spec, bool Required)
{
    private static readonly HashSet<string> Understood =
        ["type", "items", "additionalProperties", "$ref", "description", "secret", "willReplaceOnChanges", "replaceOnChanges"];

    public bool Secret => Flag("secret");

    public bool ReplaceOnChanges => Flag("replaceOnChanges");

    /// <summary>Reads the properties under <paramref name="member" />, sorted by name as the generator writes them.</summary>
    public static SchemaProperty[] Read(JsonElement owner, string member, string requiredMember)
    {
        var required = owner.TryGetProperty(requiredMember, out var names)
            ? names.EnumerateArray().Select(one => one.GetString()!).ToHashSet()
            : [];
        return !owner.TryGetProperty(member, out var properties) ? [] :
        [
            .. properties.EnumerateObject()
                .Select(one => Checked(new SchemaProperty(one.Name, one.Value, required.Contains(one.Name))))
                .OrderBy(one => one.Name, StringComparer.Ordinal),
        ];
    }

    private static SchemaProperty Checked(SchemaProperty property)
    {
        foreach (var keyword in property.Spec.EnumerateObject().Select(one => one.Name).Where(name => !Understood.Contains(name)))
        {
            throw new NotSupportedException(
                $"{property.Name}: the schema says '{keyword}', and these tests do not know what the generator makes of it. Teach them "
                    + $"first.");
        }

        return property;
    }

    private bool Flag(string name) => Spec.TryGetProperty(name, out var value) && value.GetBoolean();
}
