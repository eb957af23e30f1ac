namespace Engine.State;

/// <summary>A resource's own time limits in seconds; 0 leaves the provider its default.</summary>
internal sealed record Timeouts(double Create, double Update, double Delete, double Read)
{
    public static Timeouts Default { get; } = new(0, 0, 0, 0);
}
