namespace OvhSimulator.Dns;

/// <summary>How the DNS server treats queries.</summary>
public enum DnsAnswers
{
    /// <summary>From the world's DNS table.</summary>
    Normal,

    /// <summary>SERVFAIL to every one.</summary>
    ServerFailure,

    /// <summary>Not at all: the client runs into its timeout.</summary>
    Silence,
}
