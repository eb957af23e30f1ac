
namespace OvhIplb.Provider.Process;

/// <summary>How long operations may take where the user does not say.</summary>
internal static class DefaultTimeouts
{
    /// <summary>What a move or a parking may take where the user does not say.</summary>
    public static readonly TimeSpan OfMove = TimeSpan.FromMinutes(10);

    /// <summary>What uploading a certificate, or renaming it, may take where the user does not say.</summary>
    public static readonly TimeSpan OfUpload = TimeSpan.FromMinutes(10);

    /// <summary>What a refresh may take where the user does not say, waiting for others included.</summary>
    public static readonly TimeSpan OfRefresh = TimeSpan.FromMinutes(15);

    /// <summary>What looking something up may take where the user does not say.</summary>
    public static readonly TimeSpan OfRead = TimeSpan.FromMinutes(2);
}
