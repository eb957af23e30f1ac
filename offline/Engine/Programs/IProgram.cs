namespace Engine.Programs;

/// <summary>A stack program. It registers its resources with the monitor at the address it is given.</summary>
public interface IProgram
{
    /// <summary>Makes the program ready to run; called once a command.</summary>
    /// <exception cref="UserException">It cannot be built; the message holds the build's output.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Runs it to its end and answers its exit code: 0 good, 32 failed and already reported, anything else failed.
    /// Cancellation ends it first kindly, then not.
    /// </summary>
    Task<int> RunAsync(RunRequest request, CancellationToken cancellationToken);
}
