using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Google.Protobuf;

namespace Engine.Tests.Recordings;

/// <summary>Messages in protobuf's JSON form without what differs from run to run: ids the engine makes up, seeds, addresses.</summary>
internal static partial class Wire
{
    private static readonly string[] Incidental = ["randomSeed", "resourceStatusAddress", "resourceStatusToken"];

    public static string Comparable(IMessage message)
        => Comparable(JsonNode.Parse(JsonFormatter.Default.Format(message))!.AsObject(), message.Descriptor.Parser);

    public static string Comparable(JsonObject recorded, MessageParser parser)
    {
        var copy = recorded.DeepClone().AsObject();
        foreach (var key in Incidental)
        {
            copy.Remove(key);
        }

        // Through the message and back, so that both sides are written by the same hand.
        var json = JsonFormatter.Default.Format(parser.ParseJson(Ids().Replace(copy.ToJsonString(), "<id>")));
        return Sorted(JsonNode.Parse(json))!.ToJsonString();
    }

    /// <summary>The ids the engine made up, in the order of their appearance.</summary>
    public static IEnumerable<string> IdsIn(string text) => Ids().Matches(text).Select(match => match.Value);

    public static IMessage Parse(JsonObject recorded, MessageParser parser, Func<string, string> id)
    {
        var copy = recorded.DeepClone().AsObject();
        foreach (var key in Incidental)
        {
            copy.Remove(key);
        }

        return parser.ParseJson(Ids().Replace(copy.ToJsonString(), match => id(match.Value)));
    }

    private static IMessage ParseJson(
        this MessageParser parser,
        string json) => parser.GetType().GetMethod("ParseJson", [typeof(string)]) is { } parse
        ? (IMessage)parse.Invoke(parser, [json])!
        : throw new InvalidOperationException("The parser reads no JSON.");

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(
            json.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    // Made-up ids are UUIDs of version 4; those of the recordings count. The unknown values are UUIDs too, and mean something.
    [GeneratedRegex("(?!04da6b54|1c4a061d|3eeb2bf0|6a19a0b0|030794c1|e48ece36|dd056dcd)[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}
