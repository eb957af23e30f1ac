using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Engine.Values;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Programs.PulumiYaml;

/// <summary>The functions of the language, on values that are known and in the clear.</summary>
/// <param name="directory">The folder of the program: what <c>fn::readFile</c> may read.</param>
internal sealed class Functions(string directory)
{
    public const string Secret = "fn::secret";

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IReadOnlyList<string> Names { get; } =
    [
        Secret, "fn::toJSON", "fn::join", "fn::split", "fn::select", "fn::toBase64", "fn::fromBase64", "fn::readFile",
    ];

    /// <exception cref="UserException">The argument is not what the function takes.</exception>
    public Value Call(Expression.Call call, Value argument) => call.Function switch
    {
        "fn::toJSON" => Value.ForString(ValueJson.From(argument)?.ToJsonString(Compact) ?? "null"),
        "fn::join" => Join(call.Place, argument),
        "fn::split" => Split(call.Place, argument),
        "fn::select" => Select(call.Place, argument),
        "fn::toBase64" => Value.ForString(Convert.ToBase64String(Strict.GetBytes(Text(call.Place, argument, "its argument")))),
        "fn::fromBase64" => FromBase64(call.Place, Text(call.Place, argument, "its argument")),
        "fn::readFile" => ReadFile(call, Text(call.Place, argument, "its argument")),
        _ => throw new InvalidOperationException($"{call.Function} was read, but is not here."),
    };

    private static Value Join(Place place, Value argument)
    {
        (var delimiter, var items) = Pair(place, argument);
        return Value.ForString(string.Join(
            Text(place, delimiter, "the delimiter"), Items(place, items, "what is joined").Select(
                (item, index) => Text(place, item, $"item {index}"))));
    }

    private static Value Split(Place place, Value argument)
    {
        (var delimiter, var text) = Pair(place, argument);
        var separator = Text(place, delimiter, "the delimiter");
        var whole = Text(place, text, "what is split");
        var pieces = separator.Length == 0 ? whole.EnumerateRunes().Select(static rune => rune.ToString()) : whole.Split(separator);
        return Value.ForList([.. pieces.Select(Value.ForString)]);
    }

    private static Value Select(Place place, Value argument)
    {
        (var index, var items) = Pair(place, argument);
        var list = Items(place, items, "what is selected from");
        var number = index.KindCase == Value.KindOneofCase.NumberValue
            ? index.NumberValue
            : throw place.Problem("the index must be a number");
        return number >= 0 && number < list.Count && Math.Floor(number) == number
            ? list[(int)number]
            : throw place.Problem($"there is no item {index.NumberValue} in a list of {list.Count}");
    }

    private static Value FromBase64(Place place, string text)
    {
        try
        {
            return Value.ForString(Strict.GetString(Convert.FromBase64String(text)));
        }
        catch (Exception error) when (error is FormatException or DecoderFallbackException)
        {
            // What was given may be secret, so it is not repeated.
            throw place.Problem("its argument is not the Base64 of UTF-8 text");
        }
    }

    // Only an absolute path that stands in the program as it is may lead out of the program's folder.
    private Value ReadFile(Expression.Call call, string path)
    {
        var file = Path.GetFullPath(Path.Combine(directory, path));
        var constant = call.Argument is Expression.Constant && Path.IsPathRooted(path);
        if (!constant
            && !file.StartsWith(Path.TrimEndingDirectorySeparator(directory) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw call.Place.Problem($"{path} is not in the folder of the program");
        }

        try
        {
            return Value.ForString(File.ReadAllText(file, Strict));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw call.Place.Problem($"{path} cannot be read: {error.Message}");
        }
    }

    private static (Value First, Value Second) Pair(Place place, Value argument) => argument.ListValue?.Values is [var first, var second]
        ? (first, second)
        : throw place.Problem("its argument must be a list of two");

    private static RepeatedField<Value> Items(Place place, Value value, string what) =>
        value.ListValue?.Values ?? throw place.Problem($"{what} must be a list");

    private static string Text(Place place, Value value, string what) =>
        value.KindCase == Value.KindOneofCase.StringValue ? value.StringValue : throw place.Problem($"{what} must be text");
}
