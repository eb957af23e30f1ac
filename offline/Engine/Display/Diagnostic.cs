using Pulumirpc;

namespace Engine.Display;

/// <summary>A lasting message about a resource.</summary>
/// <param name="Urn">The resource; the stack where it is about none.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Text">What is said, with <c>error: </c> or <c>warning: </c> before it.</param>
internal sealed record Diagnostic(string Urn, LogSeverity Severity, string Text)
{
    public static Diagnostic Of(string urn, LogSeverity severity, string text)
    {
        var full = severity switch
        {
            LogSeverity.Error => $"error: {text}",
            LogSeverity.Warning => $"warning: {text}",
            _ => text,
        };
        return new Diagnostic(urn, severity, full.TrimEnd());
    }
}
