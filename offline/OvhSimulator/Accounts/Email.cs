namespace OvhSimulator.Accounts;

/// <summary>An e-mail that OVH sent to the customer.</summary>
/// <param name="Id">The greater, the newer.</param>
/// <param name="Date">When it was sent.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Body">Its text.</param>
public sealed record Email(long Id, DateTimeOffset Date, string Subject, string Body);
