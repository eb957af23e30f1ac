namespace Pulumi;

/// <summary>The base of a function's arguments.</summary>
public abstract class InvokeArgs : InputArgs
{
    /// <summary>No arguments.</summary>
    public static readonly InvokeArgs Empty = new None();

    private sealed class None : InvokeArgs
    {
    }
}
