namespace Engine;

/// <summary>The commands of the embedded engine.</summary>
public enum EngineAction
{
    /// <summary>Shows what <see cref="Up"/> would do.</summary>
    Preview,

    /// <summary>Makes what exists what the program declares.</summary>
    Up,

    /// <summary>Takes what exists into the state.</summary>
    Refresh,

    /// <summary>Deletes everything in the state.</summary>
    Destroy,

    /// <summary>Takes an existing object into the state.</summary>
    Import,

    /// <summary>Prints the state.</summary>
    Export,
}
