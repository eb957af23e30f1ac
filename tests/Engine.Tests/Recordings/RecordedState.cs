using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engine.Secrets;
using Engine.State;

namespace Engine.Tests.Recordings;

/// <summary>The state a recorded scenario ended with, and how ours is compared with it: entry by entry, keys in their order.</summary>
internal static partial class RecordedState
{
    /// <summary>What differs, one line an entry.</summary>
    public static IEnumerable<string> Differences(string scenario, Snapshot state)
    {
        var recorded = JsonNode.Parse(Fakes.Shared.Read($"pulumi/recordings/{scenario}/state.json"))!;
        string[] expected = [.. (recorded["deployment"]!["resources"]?.AsArray() ?? []).Select(entry => Text(entry!.AsObject()))
            .Where(IsCompared)
            .Order(StringComparer.Ordinal)];
        var secrets = new SecretJson(new Hidden());
        string[] actual = [.. state.Resources.Select(entry => Text(EntryJson.Write(entry, secrets))).Order(StringComparer.Ordinal)];
        return [.. expected.Except(actual).Select(entry => $"{scenario} ended with {entry}"), .. actual.Except(expected)
            .Select(entry => $"ours ended with {entry}")];
    }

    private static bool IsCompared(string entry) => !entry.Contains("rec:index:Group", StringComparison.Ordinal);

    private static string Text(JsonObject entry)
    {
        var copy = entry.DeepClone().AsObject();
        foreach (var time in new[] { "created", "modified" }.Where(copy.ContainsKey))
        {
            copy[time] = "time";
        }

        return Incidental().Replace(copy.ToJsonString(), "incidental");
    }

    [GeneratedRegex("(?<=\"ciphertext\":\")[^\"]*|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")]
    private static partial Regex Incidental();

    private sealed class Hidden : ISecretsCipher
    {
        public string Salt => "";

        public string Encrypt(string plain) => "hidden";

        public string Decrypt(string cipher) => throw new NotSupportedException("Nothing is read.");
    }
}
