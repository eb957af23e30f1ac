namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>How far an attachment is.</summary>
internal static class FailoverAttachmentPhases
{
    /// <summary>Routed here and refreshed, as far as this resource is to do it.</summary>
    public const string Live = "live";

    /// <summary>A move was asked for and is not known to be done.</summary>
    public const string Moving = "moving";

    /// <summary>Routed here; the refresh is not known to be done.</summary>
    public const string Refreshing = "refreshing";
}
