namespace Engine;

/// <summary>Something the user can put right; the message is the whole of what they are told.</summary>
public sealed class UserException : Exception
{
    public UserException()
    {
    }

    public UserException(string message)
        : base(message)
    {
    }

    public UserException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
