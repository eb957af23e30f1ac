using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Framework.Rpc;

/// <summary>What a resource knows, in the forms in which requests and answers carry it.</summary>
internal static class Wire
{
    public static PropertyBag Bag(Struct? wire) => new(ValueDecoder.Decode(wire));

    public static Struct State(IResource resource, PropertyBag state) =>
        ValueEncoder.Encode(SecretMarking.Mark(state, resource.Declaration.State));

    // Engines before Configure-with-URN send only the URN.
    public static string Name(string name, string urn) => name.Length > 0 ? name : UrnText.Name(urn);

    /// <summary>The time that the program gives an operation it declares.</summary>
    /// <exception cref="InputException">It is negative, which the real engine passes on.</exception>
    public static TimeSpan? DeclaredTimeout(double seconds) => seconds < 0
        ? throw new InputException("", string.Create(
            CultureInfo.InvariantCulture, $"customTimeouts: {seconds:0.###} s is negative; leave it out, or write \"0\", for the default"))
        : Timeout(seconds);

    // Zero leaves it to the resource. So does what is negative: what cannot be mended any more is still to be deleted.
    public static TimeSpan? Timeout(double seconds) => seconds switch
    {
        > 0 when seconds < TimeSpan.MaxValue.TotalSeconds => TimeSpan.FromSeconds(seconds),
        > 0 => TimeSpan.MaxValue,
        _ => null,
    };
}
