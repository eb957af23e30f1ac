using System.Text.Json;
using System.Web;
using OvhSimulator.Control;

namespace OpenApi;

/// <summary>Holds whole calls to OVH's documents.</summary>
public sealed class Calls(IReadOnlyList<Document> documents)
{
    /// <summary>Only an old FAQ knows it; what it answered is an open question, and no document is there to hold the answer to.</summary>
    private const string Gone = "/listNatIp";

    private static readonly JsonElement NoBody = JsonElement.Parse("{}");

    /// <summary>
    /// What the API would not have understood of a call that was not refused, and what it would not have answered. Nothing for a
    /// refused call, whose body no document describes, and for paths that none of the documents is about.
    /// </summary>
    public IEnumerable<string> Violations(AnsweredCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Status is < 200 or >= 300 || call.Path.EndsWith(Gone, StringComparison.Ordinal)
            || !documents.Any(document => document.Covers(call.Path)))
        {
            return [];
        }

        var operation = documents.Select(document => document.Find(call.Method, call.Path)).OfType<Operation>().FirstOrDefault();
        IEnumerable<string> violations = operation is null
            ? ["is not an operation of the API"]
            : [.. Status(call.Status), .. Path(operation, call.Path), .. Query(operation, call
                .Query), .. Body(operation, call.RequestBody), .. Answer(operation, call.AnswerBody)];
        return violations.Select(violation => $"{call.Method} {call.Path}: {violation}");
    }

    /// <summary>OVH declares one success, whether it answers something or nothing.</summary>
    private static IEnumerable<string> Status(int status) => status == 200 ? [] : [$"it is answered {status}, and 200 is declared"];

    private static IEnumerable<string> Path(Operation operation, string path)
    {
        var validator = new Validator(operation.Document, Direction.Request);
        foreach ((var name, var value) in operation.Values(path))
        {
            var schema = operation.Path[name];
            validator.Check(Value(value, operation.Document.Resolve(schema)), schema, $"the path parameter {name}");
        }

        return validator.Violations;
    }

    private static IEnumerable<string> Query(Operation operation, string query)
    {
        var validator = new Validator(operation.Document, Direction.Request);
        var undeclared = new List<string>();
        var given = HttpUtility.ParseQueryString(query);
        foreach (var name in given.AllKeys.Select(static key => key ?? ""))
        {
            if (!operation.Query.TryGetValue(name, out var schema))
            {
                undeclared.Add($"the query parameter {name} is not declared");
            }
            else
            {
                validator.Check(Value(given[name]!, operation.Document.Resolve(schema)), schema, $"the query parameter {name}");
            }
        }

        var missing = operation.RequiredQuery.Except(given.AllKeys).Select(static name => $"the query parameter {name} is missing");
        return [.. undeclared, .. validator.Violations, .. missing];
    }

    /// <summary>Everything in a path or a query is text; what is declared as a number or a boolean is read as one.</summary>
    private static JsonElement Value(string text, JsonElement schema)
    {
        if (schema.GetProperty("type").GetString() is "integer" or "boolean")
        {
            try
            {
                return JsonElement.Parse(text);
            }
            catch (JsonException)
            {
                // Judged as the text it is.
            }
        }

        return JsonSerializer.SerializeToElement(text);
    }

    private static IEnumerable<string> Body(Operation operation, ReadOnlyMemory<byte> body)
    {
        if (operation.Body is not { } schema)
        {
            return body.IsEmpty ? [] : ["the request has a body, and none is declared"];
        }

        // OVH's own clients leave a body out where all in it is optional.
        return Judge(operation, body.IsEmpty ? NoBody : Read(body), schema, Direction.Request, "the request");
    }

    private static IEnumerable<string> Answer(Operation operation, ReadOnlyMemory<byte> body)
    {
        if (operation.Answer is { } schema)
        {
            return Judge(operation, Read(body), schema, Direction.Answer, "the answer");
        }

        return body.IsEmpty || Read(body) is { ValueKind: JsonValueKind.Null } ? [] : ["the answer has a body, and none is declared"];
    }

    private static IEnumerable<string> Judge(Operation operation, JsonElement? value, JsonElement schema, Direction direction, string what)
    {
        if (value is null)
        {
            return [$"{what} is not JSON"];
        }

        var validator = new Validator(operation.Document, direction);
        validator.Check(value.Value, schema, what);
        return validator.Violations;
    }

    private static JsonElement? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonElement.Parse(body.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
