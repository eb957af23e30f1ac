namespace Pulumi.Monitor;

/// <summary>The engine's side that takes log messages.</summary>
internal interface IEngine
{
    Task LogAsync(Pulumirpc.LogRequest request);
}
