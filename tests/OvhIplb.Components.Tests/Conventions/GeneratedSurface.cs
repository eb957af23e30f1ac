using System.Text.Json;
using Pulumi.Tests.Surface;

namespace OvhIplb.Components.Tests.Conventions;

/// <summary>The public surface of the SDK that <c>pulumi package gen-sdk</c> makes of a schema.</summary>
internal sealed class GeneratedSurface
{
    private const string Options = "Pulumi.CustomResourceOptions? options = null";

    private readonly PackageSchema _schema;
    private readonly CSharpTypes _types;
    private readonly PublicApi _api = new();

    private GeneratedSurface(PackageSchema schema)
    {
        _schema = schema;
        _types = new CSharpTypes(schema);
    }

    public static PublicApi Of(PackageSchema schema)
    {
        var surface = new GeneratedSurface(schema);
        schema.Resources.ToList().ForEach(one => surface.AddResource(Names.Member(one.Token), one.Spec));
        schema.Functions.ToList().ForEach(one => surface.AddFunction(Names.Member(one.Token), one.Spec));
        schema.Enums.ToList().ForEach(one => surface.AddEnum(Names.Member(one.Token), one.Spec));
        schema.Objects.ToList().ForEach(one =>
            surface.AddAnswer($"Outputs.{Names.Member(one.Token)}", SchemaProperty.Read(one.Spec, "properties", "required")));
        surface.AddProvider();
        surface.AddConfiguration();
        Arguments.All(schema).ToList().ForEach(surface.AddArguments);
        return surface._api;
    }

    private PublicApi.TypeSurface Add(string name, string header, params IEnumerable<string> members)
    {
        var type = _api.Add($"{_schema.Namespace}.{name}", header);
        members.ToList().ForEach(type.Add);
        return type;
    }

    private void AddResource(string name, JsonElement spec)
    {
        var args = $"{_schema.Namespace}.{name}Args{(Arguments.Inputs(spec).Any(one => one.Required) ? " args" : "? args = null")}";
        Add(
            name,
            $"public class {name} : Pulumi.CustomResource",
            [
                $"public {name}(string name, {args}, {Options}) {{ }}",
                $"public static {_schema.Namespace}.{name} Get(string name, Pulumi.Input<string> id, {Options}) {{ }}",
                .. Outputs(SchemaProperty.Read(spec, "properties", "required")),
            ]);
    }

    private void AddProvider() => Add(
        "Provider",
        "public class Provider : Pulumi.ProviderResource",
        [
            $"public Provider(string name, {_schema.Namespace}.ProviderArgs? args = null, {Options}) {{ }}",
            .. Outputs(SchemaProperty.Read(_schema.Provider, "properties", "required").Where(one => CSharpTypes.IsString(one.Spec))),
        ]);

    private IEnumerable<string> Outputs(IEnumerable<SchemaProperty> properties) => properties.Select(one =>
        $"[Pulumi.Output(\"{one.Name}\")] public Pulumi.Output<{_types.Answer(one)}> {Names.Pascal(one.Name)} {{ get; }}");

    private void AddFunction(string name, JsonElement spec)
    {
        var result = $"{_schema.Namespace}.{name}Result";
        var inputs = spec.TryGetProperty("inputs", out var found) ? SchemaProperty.Read(found, "properties", "required") : null;
        var optional = inputs?.All(one => !one.Required) == true;
        string Take(string suffix, bool mayBeLeftOut) => inputs == null ? ""
            : $"{_schema.Namespace}.{name}{suffix}{(optional && mayBeLeftOut ? "? args = null" : " args")}, ";
        Add(
            name,
            $"public static class {name}",
            $"public static System.Threading.Tasks.Task<{result}> InvokeAsync({Take("Args", true)}Pulumi.InvokeOptions? options = null) "
                + $"{{ }}",
            $"public static Pulumi.Output<{result}> Invoke({Take("InvokeArgs", true)}Pulumi.InvokeOptions? options = null) {{ }}",
            $"public static Pulumi.Output<{result}> Invoke({Take("InvokeArgs", false)}Pulumi.InvokeOutputOptions options) {{ }}");
        AddAnswer($"{name}Result", SchemaProperty.Read(spec.GetProperty("outputs"), "properties", "required"));
    }

    private void AddAnswer(string name, SchemaProperty[] properties) => Add(
        name,
        $"[Pulumi.OutputType] public sealed class {name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]}",
        properties.Select(one => $"public readonly {_types.Answer(one)} {Names.Pascal(one.Name)};"));

    private void AddArguments(Arguments arguments)
    {
        var name = arguments.Class[(_schema.Namespace.Length + 1)..];
        var above = _schema.Functions.Any(one => name == $"{Names.Member(one.Token)}Args" || name == $"{Names.Member(one.Token)}InvokeArgs")
            ? "InvokeArgs" : "ResourceArgs";
        Add(
            name,
            $"public sealed class {name} : Pulumi.{above}",
            [
                $"public {name}() {{ }}",
                $"public static {arguments.Class} Empty {{ get; }}",
                .. arguments.Properties.Select(one => Property(arguments, one)),
            ]);
    }

    private string Property(Arguments arguments, SchemaProperty property)
    {
        var (name, required, json) = arguments.Attribute(property);
        var attribute = Arguments.HasField(property)
            ? ""
            : $"[Pulumi.Input(\"{name}\", {(required ? "true" : "false")}, {(json ? "true" : "false")})] ";
        var type = arguments.MustBeKnown ? _types.Argument(property) : _types.Input(property);
        return $"{attribute}public {type} {Names.Pascal(name)} {{ get; set; }}";
    }

    private void AddEnum(string name, JsonElement spec)
    {
        if (!CSharpTypes.IsString(spec))
        {
            throw new NotSupportedException($"{name}: these tests know enums of strings only. Teach them first.");
        }

        var type = $"{_schema.Namespace}.{name}";
        Add(
            name,
            $"[Pulumi.EnumType] public readonly struct {name} : System.IEquatable<{type}>",
            [
                $"public bool Equals({type} other) {{ }}",
                "public override bool Equals(object? obj) { }",
                "public override int GetHashCode() { }",
                "public override string ToString() { }",
                $"public static string op_Explicit({type} value) {{ }}",
                $"public static bool operator !=({type} left, {type} right) {{ }}",
                $"public static bool operator ==({type} left, {type} right) {{ }}",
                .. spec.GetProperty("enum").EnumerateArray().Select(one =>
                    $"public static {type} {Names.Pascal(one.GetProperty("name").GetString()!)} {{ get; }}"),
            ]);
    }

    private void AddConfiguration() => Add(
        "Config",
        "public static class Config",
        _schema.Configuration
            .Select(one => $"public static {_types.Answer(one with { Required = false })} {Names.Pascal(one.Name)} {{ get; set; }}"));
}
