namespace Engine.Steps;

/// <summary>Something is wrong with one resource; it is reported on it and ends the deployment.</summary>
/// <param name="urn">The resource; empty for the stack.</param>
/// <param name="reasons">What is shown, one diagnostic each.</param>
/// <param name="operation">Whether a provider operation failed, as opposed to input being refused before.</param>
internal sealed class StepException(string urn, IReadOnlyList<string> reasons, bool operation) : Exception(string.Join('\n', reasons))
{
    public string Urn { get; } = urn;

    public IReadOnlyList<string> Reasons { get; } = reasons;

    public bool Operation { get; } = operation;
}
