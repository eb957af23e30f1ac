namespace Engine.Steps;

/// <summary>
/// Counts the operations that are under way. Once closed - by a failure or by Ctrl-C - what runs is finished and nothing
/// new begins.
/// </summary>
internal sealed class Gate
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;

    /// <summary>Completes when the gate is closed.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Runs an operation and what records its result.</summary>
    /// <exception cref="StoppedException">The gate is closed.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> operation)
    {
        lock (_lock)
        {
            if (_closed.Task.IsCompleted)
            {
                throw new StoppedException();
            }

            _running++;
        }

        try
        {
            return await operation();
        }
        finally
        {
            lock (_lock)
            {
                _running--;
                Settle();
            }
        }
    }

    public void Close()
    {
        lock (_lock)
        {
            _closed.TrySetResult();
            Settle();
        }
    }

    /// <summary>Completes when the gate is closed and nothing runs any more.</summary>
    public Task WhenIdleAsync() => _idle.Task;

    private void Settle()
    {
        if (_closed.Task.IsCompleted && _running == 0)
        {
            _idle.TrySetResult();
        }
    }
}
