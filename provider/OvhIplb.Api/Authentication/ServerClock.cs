namespace OvhIplb.Api.Authentication;

/// <summary>The API's clock, as it was seen once.</summary>
/// <param name="AheadBy">Seconds the API's clock is ahead of this machine's.</param>
internal sealed record ServerClock(long AheadBy);
