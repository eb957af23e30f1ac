using Engine.Display;
using Engine.State;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Steps;

/// <summary>What becomes of a provider's refusal of inputs.</summary>
internal static class Checks
{
    /// <exception cref="StepException">The provider found something wrong; all of it is said.</exception>
    public static void ThrowIfRefused(string urn, Struct inputs, CheckResponse response)
    {
        if (response.Failures.Count > 0)
        {
            throw new StepException(urn, [.. response.Failures.Select(failure => Reason(urn, inputs, failure))], operation: false);
        }
    }

    private static string Reason(string urn, Struct inputs, CheckFailure failure)
    {
        var resource = $"{Urn.Type(urn)} resource '{Urn.Name(urn)}'";
        if (failure.Property.Length == 0)
        {
            return $"{resource} has a problem: {failure.Reason}";
        }

        // The real engine looks the value up by the literal key, so a path to a nested property shows none.
        var value = inputs.Fields.TryGetValue(failure.Property, out var found) ? Text(found) : "<nil>";
        return $"{resource}: property {failure.Property} value {{{value}}} has a problem: {failure.Reason}";
    }

    private static string Text(Value value) => value.KindCase == Value.KindOneofCase.StringValue && !PropertyValue.IsUnknown(value)
        ? value.StringValue
        : PropertyValue.ContainsSecret(value) ? "[secret]" : ValueText.Console.Of(value, "    ");
}
