using System.Text.Json;

namespace OpenApi;

/// <summary>An OpenAPI 3.0 document of OVH's.</summary>
public sealed class Document
{
    private const string SchemaReference = "#/components/schemas/";

    private static readonly string[] Methods = ["get", "post", "put", "delete"];

    private readonly JsonElement _schemas;

    private readonly List<(string Method, Operation Operation)> _operations = [];

    private Document(JsonElement root)
    {
        _schemas = root.GetProperty("components").GetProperty("schemas");
        foreach (var path in root.GetProperty("paths").EnumerateObject())
        {
            _operations.AddRange(path.Value.EnumerateObject()
                .Where(static operation => Methods.Contains(operation.Name))
                .Select(operation => (operation.Name.ToUpperInvariant(), new Operation(this, path.Name, operation.Value))));
        }
    }

    /// <summary>Every operation.</summary>
    public IEnumerable<Operation> Operations => _operations.Select(static entry => entry.Operation);

    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static Document Parse(string json) => new(JsonElement.Parse(json));

    /// <summary>The operation a call is of; null where the document has none.</summary>
    /// <param name="method">In upper case.</param>
    /// <param name="path">Below the API's root, as sent, without the query.</param>
    public Operation? Find(string method, string path) => _operations
        .Where(entry => entry.Method == method && entry.Operation.Matches(path))
        .Select(static entry => entry.Operation)
        .MinBy(static operation => operation.Parameters);

    /// <summary>Whether paths that begin like this one are the document's to declare.</summary>
    public bool Covers(string path) => _operations.Exists(entry => FirstSegment(entry.Operation.Template) == FirstSegment(path));

    /// <summary>
    /// The schema itself where it is a reference to another. What stands beside a reference does not count in OpenAPI 3.0.
    /// </summary>
    public JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = _schemas.GetProperty(reference.GetString()![SchemaReference.Length..]);
        }

        return schema;
    }

    /// <summary>The words of an enumeration.</summary>
    /// <param name="name">Its schema's name, such as <c>ip.TaskStatusEnum</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such schema, or it is no enumeration.</exception>
    public IEnumerable<string> Enumeration(string name) =>
        _schemas.GetProperty(name).GetProperty("enum").EnumerateArray().Select(static word => word.GetString()!);

    private static string FirstSegment(string path) => path.Split('/')[1];
}
