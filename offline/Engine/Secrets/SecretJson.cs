using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engine.Values;

namespace Engine.Secrets;

/// <summary>
/// Turns the secrets inside property values into ciphertext and back. A secret that did not change keeps its ciphertext,
/// so that unchanged resources stay unchanged in the file.
/// </summary>
internal sealed class SecretJson(ISecretsCipher cipher)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ConcurrentDictionary<(string Urn, string Plain), string> _known = new();

    public JsonObject Encrypt(JsonObject values, string urn) => (JsonObject)Encrypt((JsonNode)values, urn)!;

    public JsonObject Decrypt(JsonObject values, string urn) => (JsonObject)Decrypt((JsonNode)values, urn)!;

    private JsonNode? Encrypt(JsonNode? node, string urn)
    {
        if (IsSecret(node, out var secret))
        {
            var plain = secret["value"]?.ToJsonString(Compact) ?? "null";
            return new JsonObject
            {
                [Sentinels.Signature] = Sentinels.Secret,
                ["ciphertext"] = _known.GetOrAdd((urn, plain), key => cipher.Encrypt(key.Plain)),
            };
        }

        return Map(node, child => Encrypt(child, urn));
    }

    private JsonNode? Decrypt(JsonNode? node, string urn)
    {
        if (!IsSecret(node, out var secret))
        {
            return Map(node, child => Decrypt(child, urn));
        }

        string plain;
        if (secret["ciphertext"]?.GetValue<string>() is { } text)
        {
            plain = cipher.Decrypt(text);
            _known[(urn, plain)] = text;
        }
        else
        {
            plain = secret["plaintext"]?.GetValue<string>() ?? "null";
        }

        return new JsonObject { [Sentinels.Signature] = Sentinels.Secret, ["value"] = JsonNode.Parse(plain) };
    }

    private static JsonNode? Map(JsonNode? node, Func<JsonNode?, JsonNode?> transform) => node switch
    {
        JsonObject json => new JsonObject(json.Select(pair => KeyValuePair.Create(pair.Key, transform(pair.Value)))),
        JsonArray array => new JsonArray([.. array.Select(transform)]),
        _ => node?.DeepClone(),
    };

    private static bool IsSecret(JsonNode? node, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out JsonObject? secret)
    {
        secret = node as JsonObject;
        return secret?[Sentinels.Signature] is JsonValue signature
            && signature.TryGetValue(out string? text)
            && text == Sentinels.Secret;
    }
}
