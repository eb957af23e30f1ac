using System.Text.Json;

namespace OvhIplb.Components.Tests.Conventions;

/// <summary>A package schema: what the generator is given.</summary>
internal sealed class PackageSchema(JsonElement root)
{
    /// <summary>The schema of this package.</summary>
    public static PackageSchema Own { get; } = Load(Path.Combine(AppContext.BaseDirectory, "schema.json"));

    public string Name => Text("name");

    public string Version => Text("version");

    public string PluginDownloadUrl => Text("pluginDownloadURL");

    public string Namespace
        => $"{CSharp.GetProperty("rootNamespace").GetString()}.{CSharp.GetProperty("namespaces").GetProperty(Name).GetString()}";

    /// <summary>The range of versions of the Pulumi package that the SDK takes.</summary>
    public string PulumiVersions => CSharp.GetProperty("packageReferences").GetProperty("Pulumi").GetString()!;

    public SchemaProperty[] Configuration => SchemaProperty.Read(root.GetProperty("config"), "variables", "defaults");

    public JsonElement Provider => root.GetProperty("provider");

    public IReadOnlyList<(string Token, JsonElement Spec)> Resources => Members("resources");

    public IReadOnlyList<(string Token, JsonElement Spec)> Functions => Members("functions");

    public IReadOnlyList<(string Token, JsonElement Spec)> Enums => [.. Members("types").Where(one => IsEnum(one.Spec))];

    public IReadOnlyList<(string Token, JsonElement Spec)> Objects => [.. Members("types").Where(one => !IsEnum(one.Spec))];

    public static PackageSchema Load(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return new PackageSchema(document.RootElement.Clone());
    }

    /// <summary>The type that a <c>$ref</c> names.</summary>
    public (string Token, bool IsEnum) Resolve(string reference)
    {
        const string prefix = "#/types/";
        if (!reference.StartsWith(prefix, StringComparison.Ordinal))
        {
            throw new NotSupportedException(
                $"The schema refers to '{reference}', and these tests know only '{prefix}…'. Teach them first.");
        }

        var found = Members("types").Single(one => one.Token == reference[prefix.Length..]);
        return (found.Token, IsEnum(found.Spec));
    }

    private JsonElement CSharp => root.GetProperty("language").GetProperty("csharp");

    private static bool IsEnum(JsonElement type) => type.TryGetProperty("enum", out _);

    private string Text(string name) => root.GetProperty(name).GetString()!;

    private (string Token, JsonElement Spec)[] Members(string name)
        => root.TryGetProperty(name, out var members) ? [.. members.EnumerateObject().Select(one => (one.Name, one.Value))] : [];
}
