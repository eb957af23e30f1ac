
namespace OvhIplb.Provider.Framework.Resources;

/// <summary>The user's input is wrong in a way that could only be seen during the operation.</summary>
public sealed class InputException : Exception
{
    public InputException(IEnumerable<CheckFailure> failures)
        : this([.. failures])
    {
    }

    public InputException(string path, string reason)
        : this([new(path, reason)])
    {
    }

    private InputException(IReadOnlyList<CheckFailure> failures)
        : base(string.Join(Environment.NewLine, failures.Select(static failure =>
            failure.Path.Length == 0 ? failure.Reason : $"{failure.Path}: {failure.Reason}")))
    {
        Failures = failures;
    }

    public IReadOnlyList<CheckFailure> Failures { get; }
}
