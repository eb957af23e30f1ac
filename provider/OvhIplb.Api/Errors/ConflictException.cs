namespace OvhIplb.Api.Errors;

/// <summary>409: the object is busy, or exists already.</summary>
public sealed class ConflictException : OvhApiException
{
    internal ConflictException(Failure failure)
        : base(failure, "Wait for what is under way on it to finish, then run again.")
    {
    }
}
