using System.Collections.Immutable;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Programs.PulumiYaml;

/// <summary>What an expression came to.</summary>
/// <param name="Value">The value in its wire form; what is unknown or secret in it says so.</param>
/// <param name="Dependencies">The URNs of the resources it came from.</param>
internal sealed record Evaluated(Value Value, ImmutableHashSet<string> Dependencies)
{
    public static Evaluated Of(Value value) => new(value, []);

    public static Value Unknown { get; } = Value.ForString(Sentinels.Unknown);

    /// <summary>
    /// What a function makes of this value. It sees the value known and in the clear: of an unknown the result is unknown, of a
    /// secret it is secret.
    /// </summary>
    public Evaluated Apply(Func<Value, Value> function)
    {
        var result = PropertyValue.ContainsUnknown(Value) ? Unknown : function(PropertyValue.WithoutSecrets(Value));
        return this with { Value = PropertyValue.ContainsSecret(Value) ? PropertyValue.Secret(result) : result };
    }
}
