namespace OvhIplb.Api.Errors;

/// <summary>460: the service has expired, or was terminated or suspended.</summary>
public sealed class ExpiredServiceException : OvhApiException
{
    internal ExpiredServiceException(Failure failure)
        : base(failure, "Renew the service in OVHcloud's control panel, or take it out of the program.")
    {
    }
}
