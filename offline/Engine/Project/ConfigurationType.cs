using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Engine.Project;

/// <summary>The type of a configuration value.</summary>
/// <param name="Name">One of <c>string</c>, <c>integer</c>, <c>boolean</c>, <c>array</c>, <c>object</c>.</param>
/// <param name="Items">What an array holds.</param>
internal sealed record ConfigurationType(string Name, ConfigurationType? Items)
{
    private static readonly string[] Names = ["string", "integer", "boolean", "array", "object"];

    /// <summary>Reads <c>type</c> and <c>items</c> of a section.</summary>
    public static ConfigurationType Read(YamlMappingNode section, string place)
    {
        var name = Yaml.Text(section, "type");
        if (name is null || !Names.Contains(name))
        {
            throw new UserException($"{place}: type: is '{name}'; it may be {string.Join(", ", Names)}");
        }

        var items = Yaml.Section(section, "items", place) is { } inner ? Read(inner, $"{place}: items") : null;
        return name == "array" && items is null
            ? throw new UserException($"{place}: an array needs the type of its items, under items")
            : new ConfigurationType(name, items);
    }

    /// <summary>
    /// Whether a value of a file is of this type. Numbers and booleans may be written as text, lists and mappings as JSON.
    /// </summary>
    public bool Holds(YamlNode node)
        => node is YamlScalarNode { Value: { } text } && Name is not "string" ? HoldsText(text) : Holds(Yaml.Json(node));

    /// <summary>Whether a value is of this type, given as programs get it.</summary>
    public bool HoldsText(string text)
    {
        if (Name is "string")
        {
            return true;
        }

        try
        {
            return Name is "integer" or "boolean" ? Holds(JsonValue.Create(text)) : Holds(JsonNode.Parse(text));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public override string ToString() => Items is null ? Name : $"{Name} of {Items}";

    private bool Holds(JsonNode? json) => (Name, json?.GetValueKind()) switch
    {
        ("string", JsonValueKind.String) => true,
        ("integer", JsonValueKind.Number) => json!.AsValue().TryGetValue(out long _),
        ("integer", JsonValueKind.String) => long.TryParse(
            json!.GetValue<string>(),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out _),
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("boolean", JsonValueKind.String) => json!.GetValue<string>() is "true" or "false",
        ("array", JsonValueKind.Array) => json!.AsArray().All(item => Items!.Holds(item)),
        ("object", JsonValueKind.Object) => true,
        _ => false,
    };
}
