namespace OvhSimulator.Terminations;

/// <summary>A service that its customer can terminate.</summary>
internal interface ITerminable
{
    /// <summary>The token that confirms a termination that was asked for; null where none was.</summary>
    string? TerminationToken { get; set; }

    /// <summary>Whether it has run out, as it has once its termination is confirmed.</summary>
    bool Expired { get; set; }
}
