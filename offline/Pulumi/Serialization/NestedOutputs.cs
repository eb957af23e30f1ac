using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>The outputs inside a value that is written as JSON or read from it.</summary>
/// <param name="outerResources">The resources the whole came from, which outputs that are read come from too.</param>
/// <param name="outerIsSecret">Whether the whole is secret, which makes outputs that are read secret.</param>
internal sealed class NestedOutputs(ImmutableHashSet<Resource> outerResources, bool outerIsSecret)
{
    public bool SawUnknown { get; private set; }

    public bool SawSecret { get; private set; }

    public HashSet<Resource> Resources { get; } = [];

    /// <summary>
    /// Blocks until the value is there, as converters cannot wait otherwise. An unknown one does not say whether it is secret:
    /// the official package does not ask then.
    /// </summary>
    public bool TryGet<T>(Output<T> output, out T value)
    {
        // Result, and not GetAwaiter: what went wrong comes wrapped, as from the official package.
        var data = output.Data.Result;
        Resources.UnionWith(data.Resources);
        SawUnknown |= !data.IsKnown;
        SawSecret |= data.IsKnown && data.IsSecret;
        value = data.Value;
        return data.IsKnown;
    }

    public Output<T> Make<T>(T value)
        => new(Task.FromResult(new OutputData<T>(outerResources, value, IsKnown: true, outerIsSecret)));
}
