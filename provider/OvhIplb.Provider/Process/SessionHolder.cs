using OvhIplb.Provider.Framework.Resources;

namespace OvhIplb.Provider.Process;

/// <summary>
/// Where resources and functions find the session. There is none before Configure, and none in the preview of a provider
/// whose own configuration is still unknown.
/// </summary>
internal sealed class SessionHolder
{
    private volatile Session? _current;

    /// <summary>The session, or null where a preview has to do without the API.</summary>
    public Session? Current
    {
        get => _current;
        set => _current = value;
    }

    public Session Required => _current
        ?? throw new OperationException(
            "the provider's configuration is not known yet, so the API cannot be asked. Run the operation again once everything "
            + "the provider is configured with exists.");
}
