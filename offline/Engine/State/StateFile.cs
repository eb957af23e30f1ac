using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engine.Project;
using Engine.Secrets;

namespace Engine.State;

/// <summary>
/// The state in a file of Pulumi's export format, which <c>pulumi stack import</c> takes. It is written beside itself and
/// moved into place, so that a killed engine leaves the last complete state.
/// </summary>
internal sealed class StateFile : IStateStore
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _path;
    private readonly Passphrase _passphrase;
    private readonly string? _configurationSalt;
    private readonly TimeProvider _time;
    private ISecretsCipher? _cipher;
    private SecretJson? _secrets;

    // What the state says besides, and this engine does nothing with: metadata, snippets.
    private IReadOnlyList<KeyValuePair<string, JsonNode?>> _rest = [];

    /// <param name="path">The file; it and its folder need not exist.</param>
    /// <param name="passphrase">What the secrets' key is made of.</param>
    /// <param name="configurationSalt">
    /// The <c>encryptionsalt</c> of the stack's settings, used for a new state; null for a new salt.
    /// </param>
    public StateFile(string path, Passphrase passphrase, string? configurationSalt, TimeProvider time)
    {
        _path = path;
        _passphrase = passphrase;
        _configurationSalt = configurationSalt;
        _time = time;
    }

    /// <summary>The state as it is in the file, or an empty one.</summary>
    /// <exception cref="UserException">The file is not a state this engine reads.</exception>
    public Snapshot Load()
    {
        if (!File.Exists(_path))
        {
            return Snapshot.Empty;
        }

        try
        {
            var root = JsonNode.Parse(File.ReadAllText(_path))!.AsObject();
            if (root["checkpoint"] is not null)
            {
                throw new UserException($"{_path} is a checkpoint of a Pulumi backend; the embedded engine reads what is exported of one");
            }

            StateVersion.Check(root, _path);
            return Read(root["deployment"]!.AsObject());
        }
        catch (JsonException error)
        {
            throw new UserException($"{_path} is not a readable state: it is not JSON, as line {error.LineNumber + 1} shows", error);
        }
        catch (Exception error) when (error is InvalidOperationException or NullReferenceException or FormatException or ArgumentException)
        {
            throw new UserException(
                $"{_path} is not a readable state: something in it is missing, or of another type than in Pulumi's format",
                error);
        }
    }

    public void Save(Snapshot snapshot)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        var temporary = _path + ".new";
        File.WriteAllText(temporary, Write(snapshot).ToJsonString(Indented) + "\n", new UTF8Encoding(false));
        File.Move(temporary, _path, overwrite: true);
    }

    internal JsonObject Write(Snapshot snapshot)
    {
        if (_cipher is null)
        {
            Use(_configurationSalt is null ? PassphraseCipher.Create(_passphrase) : PassphraseCipher.Open(_passphrase, _configurationSalt));
        }

        var deployment = new JsonObject
        {
            ["manifest"] = new JsonObject
            {
                ["time"] = _time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
                // The manifest's check value is the hash of the version it names.
                ["magic"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(EngineVersion.Text))),
                ["version"] = EngineVersion.Text,
            },
            ["secrets_providers"] = new JsonObject
            {
                ["type"] = "passphrase",
                ["state"] = new JsonObject { ["salt"] = _cipher!.Salt },
            },
        };
        if (snapshot.Resources.Count > 0)
        {
            deployment["resources"] = new JsonArray([.. snapshot.Resources.Select(entry => EntryJson.Write(entry, _secrets!))]);
        }

        if (snapshot.Pending.Count > 0)
        {
            deployment["pending_operations"] = new JsonArray([.. snapshot.Pending.Select(operation =>
                new JsonObject { ["resource"] = EntryJson.Write(operation.Entry, _secrets!), ["type"] = operation.Type })]);
        }

        deployment["metadata"] = new JsonObject();
        foreach ((var key, var value) in _rest)
        {
            deployment[key] = value?.DeepClone();
        }

        var root = StateVersion.Of(snapshot.Resources);
        root["deployment"] = deployment;
        return root;
    }

    private Snapshot Read(JsonObject deployment)
    {
        string? salt = null;
        if (deployment["secrets_providers"] is JsonObject provider)
        {
            var type = provider["type"]?.GetValue<string>() ?? "";
            salt = type == "passphrase"
                ? provider["state"]?["salt"]?.GetValue<string>()
                : throw new UserException($"the state's secrets are kept by '{type}'; the embedded engine only reads passphrase secrets");
        }

        salt ??= _configurationSalt;
        // Making the key takes long: the one at hand is used again where it fits.
        if (_cipher is null || (salt is not null && salt != _cipher.Salt))
        {
            Use(salt is null ? PassphraseCipher.Create(_passphrase) : PassphraseCipher.Open(_passphrase, salt));
        }

        _rest = [.. deployment.Where(
            static pair => pair.Key is not ("manifest" or "secrets_providers" or "resources" or "pending_operations"))
            .Select(static pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))];
        return new Snapshot(
            [.. Objects(deployment["resources"]).Select(json => EntryJson.Read(json, _secrets!))],
            [.. Objects(deployment["pending_operations"]).Select(json =>
                new Operation(EntryJson.Read(json["resource"]!.AsObject(), _secrets!), json["type"]!.GetValue<string>()))])
        {
            HasSnippets = deployment["snippets"] is JsonArray { Count: > 0 },
        };
    }

    private void Use(ISecretsCipher cipher)
    {
        _cipher = cipher;
        _secrets = new SecretJson(cipher);
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? array)
        => array is JsonArray items ? items.Select(item => item!.AsObject()) : [];
}
