namespace OvhIplb.Api.Errors;

/// <summary>No usable answer: 5xx, a proxy's page, a dropped connection, a time-out, or text that is not what the API documents.</summary>
public sealed class UnavailableException : OvhApiException
{
    internal UnavailableException(Failure failure)
        : base(failure, NextStepFor(failure))
    {
    }

    private static string NextStepFor(Failure failure) => failure.StatusCode is >= 300 and < 400
        ? "Check the endpoint: something redirects what is sent there."
        : failure.MayHaveTakenEffect
            ? "It may have taken effect all the same: look at the object before repeating the call."
            : "Check the endpoint and the network, and OVHcloud's status page; then run again.";
}
