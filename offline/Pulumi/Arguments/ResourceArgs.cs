namespace Pulumi;

/// <summary>The base of a resource's arguments.</summary>
public abstract class ResourceArgs : InputArgs
{
    /// <summary>No arguments.</summary>
    public static readonly ResourceArgs Empty = new None();

    private sealed class None : ResourceArgs
    {
    }
}
