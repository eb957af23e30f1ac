namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>How an operation ends for an engine.</summary>
internal enum Ending
{
    /// <summary>Well.</summary>
    Done,

    /// <summary>Well, with a warning that it does not come with where nothing goes wrong.</summary>
    DoneWithWarning,

    /// <summary>With an error, and with an entry in the state that says what is unfinished.</summary>
    Kept,

    /// <summary>With an error, and with the state as it was.</summary>
    Failed,

    /// <summary>With the plugin, and with the state as it was.</summary>
    BrokenOff,
}
