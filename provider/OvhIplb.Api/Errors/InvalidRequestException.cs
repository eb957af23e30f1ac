namespace OvhIplb.Api.Errors;

/// <summary>400, or another refusal that the same request will meet again.</summary>
public sealed class InvalidRequestException : OvhApiException
{
    internal InvalidRequestException(Failure failure)
        : base(failure, "Change what the message names, then run again.")
    {
    }
}
