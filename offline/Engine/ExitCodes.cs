namespace Engine;

/// <summary>The exit codes of the Pulumi CLI.</summary>
public static class ExitCodes
{
    public const int Good = 0;
    public const int Failed = 1;

    /// <summary>Something changes although <c>--expect-no-changes</c> was given.</summary>
    public const int Unexpected = 7;

    /// <summary>The user did not wait for running operations.</summary>
    public const int Abandoned = 8;
}
