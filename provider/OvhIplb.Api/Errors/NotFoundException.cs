namespace OvhIplb.Api.Errors;

/// <summary>404: the object, or the service it belongs to, does not exist or is not this account's.</summary>
public sealed class NotFoundException : OvhApiException
{
    internal NotFoundException(Failure failure)
        : base(failure, "Check the name, and that it belongs to the account and region these credentials are for.")
    {
    }
}
