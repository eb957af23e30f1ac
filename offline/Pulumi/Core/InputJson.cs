using System.Text.Json;

namespace Pulumi;

/// <summary>A JSON argument: an element, a document or JSON text.</summary>
public sealed class InputJson : Input<JsonElement>
{
    /// <summary>No JSON at all: serialised as if the argument were absent.</summary>
    public InputJson()
        : this(Output.Create(default(JsonElement)))
    {
    }

    private InputJson(Output<JsonElement> element)
        : base(element)
    {
    }

    public static implicit operator InputJson(JsonElement element) => new(Output.Create(element));

    public static implicit operator InputJson(JsonDocument document) => new(Output.Create(document.RootElement));

    public static implicit operator InputJson(string json) => new(Output.Create(Parse(json)));

    public static implicit operator InputJson(Output<JsonElement> element) => new(element);

    public static implicit operator InputJson(Output<JsonDocument> document)
        => new(document.Apply(one => one.RootElement));

    public static implicit operator InputJson(Output<string> json) => new(json.Apply(Parse));

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
