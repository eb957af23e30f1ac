namespace OvhIplb.Api.Authentication;

/// <summary>An access token that was issued to a service account.</summary>
/// <remarks>A class, not a record: a record would print it.</remarks>
internal sealed class Token(string text, DateTimeOffset renewFrom)
{
    public string Text { get; } = text;

    /// <summary>From when on another is asked for: a little before it expires.</summary>
    public DateTimeOffset RenewFrom { get; } = renewFrom;

    public override string ToString() => "token";
}
