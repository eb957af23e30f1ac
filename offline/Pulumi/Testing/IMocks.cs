namespace Pulumi.Testing;

/// <summary>Answers in place of the engine.</summary>
public interface IMocks
{
    /// <summary>A resource is declared or read: its id (null for none) and its state, a map of outputs.</summary>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>A function is called: its result, a map.</summary>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>A component or the stack is finished with these outputs.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
