namespace OvhIplb.Provider.Dns;

/// <summary>Looks up where names point. Nothing is remembered: what was wrong a moment ago may be right now.</summary>
internal interface INameResolver
{
    /// <summary>The A and AAAA records of a name, aliases followed. That they could not be had is part of the answer.</summary>
    /// <param name="name">In its ASCII form, without a trailing dot.</param>
    /// <param name="cancellation">Ends the look at once.</param>
    Task<NameRecords> LookUpAsync(string name, CancellationToken cancellation);
}
