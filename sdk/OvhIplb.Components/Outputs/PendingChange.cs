using Pulumi;

namespace OvhIplb.Components.Outputs;

/// <summary>Changes of one zone that are saved and not live.</summary>
[OutputType]
public sealed class PendingChange
{
    /// <summary>How many there are.</summary>
    public readonly int Number;

    /// <summary>The zone, such as <c>gra</c>.</summary>
    public readonly string Zone;

    [OutputConstructor]
    private PendingChange(int number, string zone)
    {
        Number = number;
        Zone = zone;
    }
}
