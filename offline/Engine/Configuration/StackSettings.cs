using System.Text.Json.Nodes;
using Engine.Project;
using Engine.Secrets;
using YamlDotNet.RepresentationModel;

namespace Engine.Configuration;

/// <summary>A stack's configuration: values by <c>namespace:key</c>, which of them are secret, and the salt of its secrets.</summary>
/// <param name="Values">The values; lists and mappings are JSON.</param>
/// <param name="SecretKeys">Which of them are secret, or hold a secret.</param>
/// <param name="Decrypted">Every text that was encrypted, also those inside of a value.</param>
/// <param name="Salt">The salt of the secrets; null where there are none.</param>
internal sealed record StackSettings(
    IReadOnlyDictionary<string, string> Values, IReadOnlySet<string> SecretKeys, IReadOnlyCollection<string> Decrypted, string? Salt)
{
    /// <summary>What the file says and the embedded engine passes over, a sentence each.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    public static StackSettings Empty { get; } = new(new Dictionary<string, string>(), new HashSet<string>(), [], null);

    /// <summary>What nobody may read: the secret values, and the secrets inside of them.</summary>
    public IEnumerable<string> Secrets => SecretKeys.Select(key => Values[key]).Union(Decrypted);

    /// <summary>
    /// Reads <c>Pulumi.&lt;stack&gt;.yaml</c>, where it exists, over the project's defaults. <c>secure:</c> values are decrypted
    /// with the passphrase.
    /// </summary>
    /// <exception cref="UserException">The file is malformed, or its secrets cannot be decrypted.</exception>
    public static StackSettings Read(ProjectFile project, string stack, Passphrase passphrase)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        var decrypted = new List<string>();
        var path = new[] { "yaml", "yml" }.Select(ending => Path.Combine(project.SettingsDirectory, $"Pulumi.{stack}.{ending}"))
            .FirstOrDefault(File.Exists)
            ?? Path.Combine(project.SettingsDirectory, $"Pulumi.{stack}.yaml");
        var root = File.Exists(path) ? Yaml.Load(path) : [];
        string[] notices = [.. StackKeys.Check(root, path)];
        var salt = Yaml.Text(root, "encryptionsalt");
        var cipher = new Lazy<ISecretsCipher>(() => salt is null
            ? throw new UserException($"{path}: has secure values but no encryptionsalt; only passphrase secrets can be decrypted here")
            : PassphraseCipher.Open(passphrase, salt));
        if (Yaml.Section(root, "config", path) is { } config)
        {
            foreach ((var keyNode, var node) in config.Children)
            {
                var key = FullKey(((YamlScalarNode)keyNode).Value!, project.Name);
                var before = decrypted.Count;
                values[key] = Value(node, cipher, decrypted);
                if (decrypted.Count > before)
                {
                    secrets.Add(key);
                }
            }
        }

        return new StackSettings(values, secrets, decrypted, salt)
        {
            Notices = [.. notices, .. DeclaredValues.Apply(project, path, values, secrets)]
        };
    }

    // Old files have `project:config:name`.
    private static string FullKey(string key, string project) => key.Split(':') switch
    {
        [_] => $"{project}:{key}",
        [var space, "config", var name] => $"{space}:{name}",
        _ => key,
    };

    private static string Value(YamlNode node, Lazy<ISecretsCipher> cipher, List<string> decrypted)
    {
        if (Secure(node) is { } text)
        {
            decrypted.Add(cipher.Value.Decrypt(text));
            return decrypted[^1];
        }

        if (node is YamlScalarNode)
        {
            return Yaml.Configuration(node);
        }

        return Json(node, cipher, decrypted)!.ToJsonString();
    }

    private static JsonNode? Json(YamlNode node, Lazy<ISecretsCipher> cipher, List<string> decrypted)
    {
        if (Secure(node) is { } text)
        {
            decrypted.Add(cipher.Value.Decrypt(text));
            return JsonValue.Create(decrypted[^1]);
        }

        switch (node)
        {
            case YamlMappingNode mapping:
                var json = new JsonObject();
                foreach ((var key, var value) in mapping.Children)
                {
                    json[((YamlScalarNode)key).Value!] = Json(value, cipher, decrypted);
                }

                return json;
            case YamlSequenceNode sequence:
                var array = new JsonArray();
                foreach (var item in sequence.Children)
                {
                    array.Add(Json(item, cipher, decrypted));
                }

                return array;
            default:
                return Yaml.Json(node);
        }
    }

    private static string? Secure(YamlNode node) =>
        node is YamlMappingNode { Children.Count: 1 } mapping ? Yaml.Text(mapping, "secure") : null;
}
