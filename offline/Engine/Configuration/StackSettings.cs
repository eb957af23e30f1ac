using System.Text.Json.Nodes;
using Engine.Project;
using Engine.Secrets;
using YamlDotNet.RepresentationModel;

namespace Engine.Configuration;

/// <summary>A stack's configuration: values by <c>namespace:key</c>, which of them are secret, and the salt of its secrets.</summary>
internal sealed record StackSettings(IReadOnlyDictionary<string, string> Values, IReadOnlySet<string> SecretKeys, string? Salt)
{
    public static StackSettings Empty { get; } = new(new Dictionary<string, string>(), new HashSet<string>(), null);

    /// <summary>The secret values.</summary>
    public IEnumerable<string> Secrets => SecretKeys.Select(key => Values[key]);

    /// <summary>
    /// Reads <c>Pulumi.&lt;stack&gt;.yaml</c>, where it exists, over the project's defaults. <c>secure:</c> values are decrypted
    /// with the passphrase.
    /// </summary>
    /// <exception cref="UserException">The file is malformed, or its secrets cannot be decrypted.</exception>
    public static StackSettings Read(ProjectFile project, string stack, string passphrase)
    {
        var values = new SortedDictionary<string, string>(project.Defaults.ToDictionary(), StringComparer.Ordinal);
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        string path = Path.Combine(project.SettingsDirectory, $"Pulumi.{stack}.yaml");
        if (!File.Exists(path))
        {
            return new StackSettings(values, secrets, null);
        }

        YamlMappingNode root = Yaml.Load(path);
        string? salt = Yaml.Text(root, "encryptionsalt");
        var cipher = new Lazy<ISecretsCipher>(() => salt is null
            ? throw new UserException($"{path}: has secure values but no encryptionsalt; only passphrase secrets can be decrypted here")
            : PassphraseCipher.Open(passphrase, salt));
        if (Yaml.Node(root, "config") is YamlMappingNode config)
        {
            foreach ((YamlNode keyNode, YamlNode node) in config.Children)
            {
                string key = ((YamlScalarNode)keyNode).Value!;
                key = key.Contains(':', StringComparison.Ordinal) ? key : $"{project.Name}:{key}";
                bool secret = false;
                values[key] = Value(node, cipher, ref secret);
                if (secret)
                {
                    secrets.Add(key);
                }
            }
        }

        return new StackSettings(values, secrets, salt);
    }

    private static string Value(YamlNode node, Lazy<ISecretsCipher> cipher, ref bool secret)
    {
        if (Secure(node) is { } text)
        {
            secret = true;
            return cipher.Value.Decrypt(text);
        }

        if (node is YamlScalarNode)
        {
            return Yaml.Configuration(node);
        }

        return Decrypted(node, cipher, ref secret)!.ToJsonString();
    }

    private static JsonNode? Decrypted(YamlNode node, Lazy<ISecretsCipher> cipher, ref bool secret)
    {
        if (Secure(node) is { } text)
        {
            secret = true;
            return JsonValue.Create(cipher.Value.Decrypt(text));
        }

        switch (node)
        {
            case YamlMappingNode mapping:
                var json = new JsonObject();
                foreach ((YamlNode key, YamlNode value) in mapping.Children)
                {
                    json[((YamlScalarNode)key).Value!] = Decrypted(value, cipher, ref secret);
                }

                return json;
            case YamlSequenceNode sequence:
                var array = new JsonArray();
                foreach (YamlNode item in sequence.Children)
                {
                    array.Add(Decrypted(item, cipher, ref secret));
                }

                return array;
            default:
                return Yaml.Json(node);
        }
    }

    private static string? Secure(YamlNode node) =>
        node is YamlMappingNode { Children.Count: 1 } mapping ? Yaml.Text(mapping, "secure") : null;
}
