namespace Pulumi;

/// <summary>The engine did not take a log message.</summary>
public class LogException : Exception
{
    public LogException(Exception exception)
        : base("The engine did not take a log message.", exception)
    {
    }
}
