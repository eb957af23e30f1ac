using System.Text.Json;

namespace OvhIplb.Api.Errors;

/// <summary>The body of a refusal, of either family the API has, or whatever else came instead.</summary>
internal sealed record ErrorBody(string Message, string? ErrorCode, string? ErrorClass, IReadOnlyDictionary<string, string> Details)
{
    /// <summary>Whether it has the form the API gives its refusals; a proxy's page has not.</summary>
    public bool IsOfTheApi { get; private init; }

    private const int LongestRawText = 500;

    private static readonly IReadOnlyDictionary<string, string> NoDetails = new Dictionary<string, string>();

    /// <summary>Never throws: what is no JSON object is kept as text.</summary>
    public static ErrorBody Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object)
            {
                return new ErrorBody(
                    TextOf(root, "message") ?? Shorten(text),
                    TextOf(root, "errorCode"),
                    TextOf(root, "class"),
                    DetailsOf(root))
                { IsOfTheApi = true };
            }
        }
        catch (JsonException)
        {
            // A proxy's page, most likely.
        }

        return new ErrorBody(Shorten(text), null, null, NoDetails);
    }

    /// <summary>One line of at most 500 characters.</summary>
    public static string Shorten(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestRawText ? line : line[..LongestRawText] + "…";
    }

    private static string? TextOf(JsonElement parent, string property)
        => parent.TryGetProperty(property, out var value) ? TextOf(value) : null;

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
        _ => value.GetRawText(),
    };

    private static IReadOnlyDictionary<string, string> DetailsOf(JsonElement root)
    {
        if (!root.TryGetProperty("details", out var details) || details.ValueKind != JsonValueKind.Object)
        {
            return NoDetails;
        }

        var read = new Dictionary<string, string>();
        foreach (var detail in details.EnumerateObject())
        {
            read[detail.Name] = TextOf(detail.Value) ?? "";
        }

        return read;
    }
}
