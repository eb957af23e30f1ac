using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OvhIplb.Provider.Framework.Schema;

/// <summary>Writes the package schema (schema.json) from the declarations: the same text every time.</summary>
public static class PackageSchema
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // Descriptions are Markdown in a file, never inside HTML: quotes and umlauts stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as JSON text that ends in a newline.</summary>
    public static string Write(
        PackageDeclaration package, IEnumerable<ResourceDeclaration> resources, IEnumerable<FunctionDeclaration> functions)
    {
        var allResources = resources.OrderBy(static resource => resource.Name, StringComparer.Ordinal).ToImmutableArray();
        var allFunctions = functions.OrderBy(static function => function.Name, StringComparer.Ordinal).ToImmutableArray();
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            WriteHeader(json, package);
            var properties = new PropertySchema(json, package.Name);
            WriteConfiguration(json, properties, package);
            new NamedTypes(json, properties, package.Name).Write(package.Configuration
                .Concat(allResources.SelectMany(static resource => resource.State))
                .Concat(allFunctions.SelectMany(static function => function.Inputs.Concat(function.Outputs))));
            WriteResources(json, properties, package.Name, allResources);
            WriteFunctions(json, properties, package.Name, allFunctions);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>The token of a resource, function or type of the package.</summary>
    public static string Token(string package, string name) => $"{package}:index:{name}";

    private static void WriteHeader(Utf8JsonWriter json, PackageDeclaration package)
    {
        json.WriteString("name", package.Name);
        json.WriteString("displayName", package.DisplayName);
        json.WriteString("version", package.Version);
        json.WriteString("description", package.Description);
        WriteNames(json, "keywords", package.Keywords);
        json.WriteString("homepage", package.Homepage);
        json.WriteString("license", package.License);
        json.WriteString("repository", package.Repository);
        json.WriteString("logoUrl", package.LogoUrl);
        json.WriteString("pluginDownloadURL", package.PluginDownloadUrl);
        json.WriteString("publisher", package.Publisher);
        json.WriteStartObject("language");
        json.WriteStartObject("csharp");
        json.WriteString("rootNamespace", package.CSharp.RootNamespace);
        WriteMap(json, "namespaces", package.CSharp.Namespaces);
        WriteMap(json, "packageReferences", package.CSharp.PackageReferences);
        // Without it the generated SDK does not say which plugin version it was made for.
        json.WriteBoolean("respectSchemaVersion", true);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteConfiguration(Utf8JsonWriter json, PropertySchema properties, PackageDeclaration package)
    {
        json.WriteStartObject("config");
        properties.Write("variables", package.Configuration, asInputs: false);
        WriteNames(json, "defaults", Required(package.Configuration));
        json.WriteEndObject();
        json.WriteStartObject("provider");
        json.WriteString("description", package.Description);
        json.WriteString("type", "object");
        properties.Write("inputProperties", package.Configuration, asInputs: true);
        WriteNames(json, "requiredInputs", Required(package.Configuration));
        json.WriteEndObject();
    }

    private static void WriteResources(
        Utf8JsonWriter json, PropertySchema properties, string package, ImmutableArray<ResourceDeclaration> resources)
    {
        json.WriteStartObject("resources");
        foreach (var resource in resources)
        {
            json.WriteStartObject(Token(package, resource.Name));
            var import = $"## Import\n\n```sh\npulumi import {Token(package, resource.Name)} name {resource.ImportId.Example}\n```\n\nThe "
                + $"id is {resource.ImportId.Form}.";
            json.WriteString("description", $"{resource.Description}\n\n{Examples.Of(resource.Name)}{import}");
            properties.Write("properties", resource.State, asInputs: false);
            json.WriteString("type", "object");
            WriteNames(json, "required", Required(resource.State.Where(static property => !property.WriteOnly)));
            properties.Write("inputProperties", resource.Inputs, asInputs: true);
            WriteNames(json, "requiredInputs", Required(resource.Inputs));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFunctions(
        Utf8JsonWriter json, PropertySchema properties, string package, ImmutableArray<FunctionDeclaration> functions)
    {
        json.WriteStartObject("functions");
        foreach (var function in functions)
        {
            json.WriteStartObject(Token(package, function.Name));
            json.WriteString("description", $"{function.Description}\n\n{Examples.Of(function.Name)}".TrimEnd());
            json.WriteStartObject("inputs");
            properties.WriteObject(function.Inputs, asInputs: true);
            json.WriteEndObject();
            json.WriteStartObject("outputs");
            properties.WriteObject(function.Outputs, asInputs: false);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static IEnumerable<string> Required(IEnumerable<Property> properties) =>
        properties.Where(static property => property.Required).Select(static property => property.Name);

    private static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        ImmutableArray<string> all = [.. values];
        if (all.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in all)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, string> values)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }
}
