using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;
using OvhIplb.Provider.Values;

namespace OvhIplb.Provider.Rpc;

/// <summary>What a resource knows, in the forms in which requests and answers carry it.</summary>
internal static class Wire
{
    public static PropertyBag Bag(Struct? wire) => new(ValueDecoder.Decode(wire));

    public static Struct State(IResource resource, PropertyBag state) =>
        ValueEncoder.Encode(SecretMarking.Mark(state, resource.Declaration.State));

    // Engines before Configure-with-URN send only the URN.
    public static string Name(string name, string urn) => name.Length > 0 ? name : UrnText.Name(urn);

    // Zero leaves it to the resource.
    public static TimeSpan? Timeout(double seconds) => seconds switch
    {
        > 0 when seconds < TimeSpan.MaxValue.TotalSeconds => TimeSpan.FromSeconds(seconds),
        > 0 => TimeSpan.MaxValue,
        _ => null,
    };
}
