namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>What an engine does with a resource.</summary>
internal enum Operation
{
    /// <summary>It is new in the program.</summary>
    Create,

    /// <summary><c>pulumi refresh</c>.</summary>
    Read,

    /// <summary>It changed in the program or outside.</summary>
    Update,

    /// <summary>It is no longer in the program.</summary>
    Delete,
}
