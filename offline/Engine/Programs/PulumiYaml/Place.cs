using YamlDotNet.RepresentationModel;

namespace Engine.Programs.PulumiYaml;

/// <summary>Where something is written: the file, the line, and the key, such as <c>resources.web.properties.fqdns[0]</c>.</summary>
internal readonly record struct Place(string File, long Line, string Key)
{
    public Place Of(string key, YamlNode node) => new(File, node.Start.Line, Key.Length == 0 ? key : $"{Key}.{key}");

    public Place Of(int index, YamlNode node) => new(File, node.Start.Line, $"{Key}[{index}]");

    public UserException Problem(string what) => new(Key.Length == 0 ? $"{File}:{Line}: {what}" : $"{File}:{Line}: {Key}: {what}");
}
