using System.Text.Json;

namespace OvhIplb.Api.Errors;

/// <summary>The body of a refusal, of either family the API has, of a token URL, or whatever else came instead; without secrets.</summary>
internal sealed record ErrorBody(string Message, string? ErrorCode, string? ErrorClass, IReadOnlyDictionary<string, string> Details)
{
    private const int LongestRawText = 500;

    private static readonly IReadOnlyDictionary<string, string> NoDetails = new Dictionary<string, string>();

    /// <summary>Whether it has the form the API gives its refusals; a proxy's page has not.</summary>
    public bool IsOfTheApi { get; private init; }

    /// <summary>Whether it is a page for people, which something between here and the API makes.</summary>
    public bool IsPage { get; private init; }

    /// <summary>Never throws: what is no JSON object is kept as text.</summary>
    public static ErrorBody Read(string text, Redaction redaction)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object)
            {
                return new ErrorBody(
                    TextOf(root, "message", redaction) ?? TextOf(root, "error_description", redaction) ?? Shorten(text, redaction),
                    TextOf(root, "errorCode", redaction) ?? TextOf(root, "error", redaction),
                    TextOf(root, "class", redaction),
                    DetailsOf(root, redaction))
                { IsOfTheApi = IsRefusalOfTheApi(root) };
            }
        }
        catch (JsonException)
        {
            // A proxy's page, most likely.
        }

        return new ErrorBody(Shorten(text, redaction), null, null, NoDetails) { IsPage = text.AsSpan().TrimStart().StartsWith("<") };
    }

    /// <summary>One line of at most 500 characters.</summary>
    public static string Shorten(string text, Redaction redaction)
    {
        var line = string.Join(' ', redaction.Apply(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestRawText ? line : line[..LongestRawText] + "…";
    }

    private static bool IsRefusalOfTheApi(JsonElement root)
        => Has(root, "class") || (Has(root, "message") && (Has(root, "errorCode") || Has(root, "httpCode")));

    private static bool Has(JsonElement root, string property)
        => root.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String;

    private static string? TextOf(JsonElement parent, string property, Redaction redaction)
        => parent.TryGetProperty(property, out var value) ? TextOf(value, redaction) : null;

    private static string? TextOf(JsonElement value, Redaction redaction) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? redaction.Apply(text) : null,
        _ => redaction.Apply(value.GetRawText()),
    };

    private static IReadOnlyDictionary<string, string> DetailsOf(JsonElement root, Redaction redaction)
    {
        if (!root.TryGetProperty("details", out var details) || details.ValueKind != JsonValueKind.Object)
        {
            return NoDetails;
        }

        var read = new Dictionary<string, string>();
        foreach (var detail in details.EnumerateObject())
        {
            read[redaction.Apply(detail.Name)] = TextOf(detail.Value, redaction) ?? "";
        }

        return read;
    }
}
