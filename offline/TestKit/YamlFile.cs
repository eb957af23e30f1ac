using YamlDotNet.RepresentationModel;

namespace OvhIplb.Testing;

/// <summary>The files of a Pulumi project as YAML.</summary>
internal static class YamlFile
{
    public static YamlMappingNode Load(string path)
    {
        using var reader = File.OpenText(path);
        return Root(reader) as YamlMappingNode ?? [];
    }

    /// <summary>A value as YAML, which JSON is a part of.</summary>
    public static YamlNode Parse(string json)
    {
        using var reader = new StringReader(json);
        return Root(reader)!;
    }

    public static void Save(YamlMappingNode root, string path)
    {
        using var writer = File.CreateText(path);
        new YamlStream(new YamlDocument(root)).Save(writer, assignAnchors: false);
    }

    /// <summary>The text under a key; null where there is none.</summary>
    public static string? Text(YamlMappingNode mapping, string key) =>
        mapping.Children.TryGetValue(key, out var value) ? (value as YamlScalarNode)?.Value : null;

    /// <summary>The entries under <c>plugins.providers</c> of a <c>Pulumi.yaml</c>.</summary>
    public static IEnumerable<YamlMappingNode> Providers(YamlMappingNode root) =>
        root.Children.TryGetValue("plugins", out var plugins) && plugins is YamlMappingNode section
        && section.Children.TryGetValue("providers", out var providers) && providers is YamlSequenceNode list
            ? list.OfType<YamlMappingNode>()
            : [];

    private static YamlNode? Root(TextReader reader)
    {
        var stream = new YamlStream();
        stream.Load(reader);
        return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
    }
}
