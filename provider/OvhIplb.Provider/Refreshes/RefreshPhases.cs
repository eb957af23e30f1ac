namespace OvhIplb.Provider.Refreshes;

/// <summary>How far a refresh is.</summary>
internal static class RefreshPhases
{
    public const string Live = "live";

    /// <summary>Imported: this resource has not asked for a refresh yet.</summary>
    public const string Imported = "imported";

    /// <summary>Asked for and not known to be done.</summary>
    public const string Refreshing = "refreshing";
}
