using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Engine;

/// <summary>Property values as they travel, written as JSON.</summary>
internal static class Wire
{
    /// <summary>A text that a preview does not know yet.</summary>
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    public const string Signature = "4dabf18193072939515e22adb298388d";

    public const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";

    /// <summary>A text as JSON.</summary>
    public static string Quoted(string text) => JsonSerializer.Serialize(text);

    /// <summary>The inputs of a CustomCertificate as JSON.</summary>
    /// <param name="own">The certificate and its key.</param>
    /// <param name="more">Further inputs, each after a comma.</param>
    /// <param name="serviceName">The load balancer.</param>
    public static string Own(OwnCertificate own, string more = "", string serviceName = DefaultWorld.LoadBalancer) =>
        $$"""{ "serviceName": "{{serviceName}}", "certificate": {{Quoted(own.Certificate)}}, "key": {{Secret(Quoted(own.Key))}}{{more}} }""";

    public static Struct Of(string json) => JsonParser.Default.Parse<Struct>(json);

    /// <summary>JSON of a secret around JSON.</summary>
    public static string Secret(string json) => $$"""{ "{{Signature}}": "{{SecretSignature}}", "value": {{json}} }""";

    /// <summary>Whether the value is a secret.</summary>
    public static bool IsSecret(Value value) =>
        value.KindCase == Value.KindOneofCase.StructValue
        && value.StructValue.Fields.TryGetValue(Signature, out var signature)
        && signature.StringValue == SecretSignature;

    /// <summary>The text of a property; null where there is none.</summary>
    public static string? Text(this Struct properties, string name) =>
        properties.Fields.TryGetValue(name, out var value) && value.KindCase == Value.KindOneofCase.StringValue ? value.StringValue : null;

    public static Struct With(this Struct properties, string name, string json)
    {
        var copy = properties.Clone();
        copy.Fields[name] = JsonParser.Default.Parse<Value>(json);
        return copy;
    }

    public static Struct Without(this Struct properties, string name)
    {
        var copy = properties.Clone();
        copy.Fields.Remove(name);
        return copy;
    }
}
