using System.Text.Json;
using Engine.Project;
using Engine.Values;
using YamlDotNet.RepresentationModel;

namespace Engine.Programs.PulumiYaml;

/// <summary>Reads expressions: texts are interpolated, a mapping with a key <c>fn::…</c> is a call.</summary>
internal static class ExpressionReader
{
    private const string Prefix = "fn::";
    private const string Invoke = "fn::invoke";

    public static Expression Read(YamlNode node, Place place) => node switch
    {
        YamlMappingNode => Map(Section.Of(node, place)),
        YamlSequenceNode list => new Expression.List(place, [.. list.Children.Select((item, index) => Read(item, place.Of(index, item)))]),
        _ when Yaml.Json(node) is { } json && json.GetValueKind() == JsonValueKind.String => Interpolations.Read(
            json.GetValue<string>(),
            place),
        _ => new Expression.Constant(place, ValueJson.ToValue(Yaml.Json(node))),
    };

    /// <summary>A mapping whose values are expressions, and which is not a call itself.</summary>
    public static Expression.Map Values(Section? section, Place place) =>
        section is null
            ? new Expression.Map(place, [])
            : Map(section) as Expression.Map ?? throw section.Place.Problem("must be a mapping, not a call");

    /// <summary>The resource an option names, <c>${web}</c>; null where the option is absent.</summary>
    public static Expression.Reference? Resource(Section section, string key) =>
        section.Find(key) is var (node, place) ? Resource(node, place) : null;

    /// <summary>The resources an option names: one, or a list of them.</summary>
    public static IReadOnlyList<Expression.Reference> Resources(
        Section section,
        string key) => section.Find(key) is (YamlScalarNode single, var place)
        ? [Resource(single, place)]
        : [.. section.Items(key).Select(item => Resource(item.Node, item.Place))];

    private static Expression.Reference Resource(
        YamlNode node,
        Place place) => Read(node, place) is Expression.Reference { Path.Parts.Count: 1 } reference
        ? reference
        : throw place.Problem("must name a resource, such as ${web}");

    private static Expression Map(Section section)
    {
        // Capitals are an old spelling of the same, refused below as any function that is not known.
        if (section.Entries.FirstOrDefault(static entry => entry.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            is not { Key: { } function } call)
        {
            return new Expression.Map(
                section.Place, [.. section.Entries.Select(static entry => KeyValuePair.Create(entry.Key, Read(entry.Node, entry.Place)))]);
        }

        if (section.Entries.Count > 1)
        {
            throw call.Place.Problem("a call stands alone in its mapping");
        }

        if (function == Invoke)
        {
            return InvokeOf(Section.Of(call.Node, call.Place));
        }

        return Functions.Names.Contains(function)
            ? new Expression.Call(call.Place, function, Read(call.Node, call.Place))
            : throw call.Place.Problem($"{function} is not supported; what is: {string.Join(", ", Functions.Names.Append(Invoke))}");
    }

    private static Expression.Invoke InvokeOf(Section section)
    {
        section.Only("function", "arguments", "options", "return");
        return new Expression.Invoke(
            section.Place,
            section.Text("function") ?? throw section.Place.Problem("function: is missing"),
            Values(section.Inner("arguments"), section.Place),
            InvokeOptions.Read(section.Inner("options")),
            section.Text("return"));
    }
}
