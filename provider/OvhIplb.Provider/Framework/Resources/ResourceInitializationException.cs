
namespace OvhIplb.Provider.Framework.Resources;

/// <summary>
/// The object exists but is not what was asked for yet. The engine keeps it in the state and updates it next time;
/// the user sees the reasons and nothing else.
/// </summary>
public sealed class ResourceInitializationException : Exception
{
    public ResourceInitializationException(ResourceState state, IReadOnlyList<string> reasons, Exception? innerException = null)
        : base(string.Join(Environment.NewLine, reasons), innerException)
    {
        State = state;
        Reasons = reasons;
    }

    public ResourceState State { get; }

    /// <summary>What is unfinished, what is kept, and the next step.</summary>
    public IReadOnlyList<string> Reasons { get; }
}
