using System.Text.Json;

namespace OpenApi;

/// <summary>One method of one path of a document.</summary>
/// <param name="Document">The document it stands in, for the references of its schemas.</param>
/// <param name="Template">The path, such as <c>/ip/{ip}/task</c>.</param>
/// <param name="Text">What the document says of it.</param>
public sealed record Operation(Document Document, string Template, JsonElement Text)
{
    /// <summary>The schema of each parameter of the path, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Path { get; } = Schemas(Text, "path");

    /// <summary>The schema of each parameter of the query, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Query { get; } = Schemas(Text, "query");

    /// <summary>The names of the query parameters that must be there.</summary>
    public IEnumerable<string> RequiredQuery => Declared(Text, "query").Where(static parameter => Is(parameter, "required")).Select(Name);

    /// <summary>The schema of the body it takes; null where it takes none.</summary>
    public JsonElement? Body => Text.TryGetProperty("requestBody", out var body) ? Content(body) : null;

    /// <summary>The IAM actions a caller must be granted, whatever the call is about.</summary>
    public IEnumerable<string> RequiredActions => Text.TryGetProperty("x-iam-actions", out var actions)
        ? actions.EnumerateArray().Where(static action => Is(action, "required")).Select(Name)
        : [];

    /// <summary>The schema of a 200 answer; null for OVH's void.</summary>
    public JsonElement? Answer => Content(Text.GetProperty("responses").GetProperty("200"));

    /// <summary>How many segments of the path are parameters: of two templates that match, the one with fewer is meant.</summary>
    public int Parameters => Template.Split('/').Count(static segment => segment.StartsWith('{'));

    /// <summary>Whether the path as sent, slashes inside a segment encoded, is one of this operation's.</summary>
    public bool Matches(string path)
    {
        string[] wanted = Template.Split('/'), given = path.Split('/');
        return wanted.Length == given.Length
            && wanted.Zip(given).All(static pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);
    }

    /// <summary>What a path that matches gives for each parameter, percent-encoding undone once.</summary>
    public IEnumerable<(string Name, string Value)> Values(string path) => Template.Split('/').Zip(path.Split('/'))
        .Where(static pair => pair.First.StartsWith('{'))
        .Select(static pair => (pair.First[1..^1], Uri.UnescapeDataString(pair.Second)));

    internal static bool Is(JsonElement schema, string flag) => schema.TryGetProperty(flag, out var value) && value.GetBoolean();

    private static Dictionary<string, JsonElement> Schemas(JsonElement text, string place) =>
        Declared(text, place).ToDictionary(Name, static parameter => parameter.GetProperty("schema"));

    private static IEnumerable<JsonElement> Declared(JsonElement text, string place) => text.TryGetProperty("parameters", out var all)
        ? all.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == place)
        : [];

    private static string Name(JsonElement named) => named.GetProperty("name").GetString()!;

    private static JsonElement? Content(JsonElement message) => message.TryGetProperty("content", out var content)
        ? content.GetProperty("application/json").GetProperty("schema")
        : null;
}
