using System.Text.Json;

namespace OvhIplb.Components.Tests.Conventions;

/// <summary>A class of arguments that the generator makes.</summary>
/// <param name="Class">The class, its namespace included.</param>
/// <param name="Properties">What it takes.</param>
/// <param name="MustBeKnown">Whether its values are plain ones.</param>
/// <param name="OfProvider">Whether they configure the provider: then what is no string travels as JSON.</param>
internal sealed record Arguments(string Class, SchemaProperty[] Properties, bool MustBeKnown = false, bool OfProvider = false)
{
    /// <summary>Every class of arguments of the package.</summary>
    public static IEnumerable<Arguments> All(PackageSchema schema)
    {
        foreach (var (token, spec) in schema.Resources)
        {
            yield return new Arguments($"{schema.Namespace}.{Names.Member(token)}Args", Inputs(spec));
        }

        foreach (var (token, spec) in schema.Functions.Where(one => one.Spec.TryGetProperty("inputs", out _)))
        {
            var properties = SchemaProperty.Read(spec.GetProperty("inputs"), "properties", "required");
            yield return new Arguments($"{schema.Namespace}.{Names.Member(token)}Args", properties, MustBeKnown: true);
            yield return new Arguments($"{schema.Namespace}.{Names.Member(token)}InvokeArgs", properties);
        }

        yield return new Arguments($"{schema.Namespace}.ProviderArgs", Inputs(schema.Provider), OfProvider: true);
    }

    public static SchemaProperty[] Inputs(JsonElement resource) => SchemaProperty.Read(resource, "inputProperties", "requiredInputs");

    /// <summary>Whether a field carries the attribute, the property doing more than to hold a value.</summary>
    public static bool HasField(SchemaProperty property) => property.Secret || CSharpTypes.IsCollection(property.Spec);

    /// <summary>The arguments of the property's <c>[Input]</c>.</summary>
    public (string Name, bool Required, bool Json) Attribute(SchemaProperty property)
        => (property.Name, property.Required, OfProvider && !CSharpTypes.IsString(property.Spec));
}
