namespace Pulumi;

/// <summary>
/// Everything a program has set going. Declaring a resource returns at once, so the run has to wait for what follows
/// from it.
/// </summary>
internal sealed class PendingTasks
{
    private readonly object _gate = new();
    private readonly HashSet<Exception> _reported = [];
    private readonly List<Exception> _errors = [];
    private TaskCompletionSource _changed = NewSignal();
    private int _running;

    public void Add(Task task)
    {
        lock (_gate)
        {
            _running++;
        }

        task.ContinueWith(
            Finish, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits until nothing is running or something has failed; answers the failures not answered before.</summary>
    public async Task<IReadOnlyList<Exception>> WaitAsync()
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_errors.Count > 0 || _running == 0)
                {
                    var errors = _errors.ToArray();
                    _errors.Clear();
                    return errors;
                }

                changed = _changed.Task;
            }

            await changed.ConfigureAwait(false);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Finish(Task task)
    {
        lock (_gate)
        {
            _running--;
            var errors = task.IsCanceled
                ? [new TaskCanceledException(task)]
                : task.Exception?.Flatten().InnerExceptions.AsEnumerable() ?? [];
            foreach (var error in errors)
            {
                // One failure reaches every output that depends on it; it is told once.
                if (_reported.Add(error))
                {
                    _errors.Add(error);
                }
            }

            if (_running == 0 || _errors.Count > 0)
            {
                _changed.TrySetResult();
                _changed = NewSignal();
            }
        }
    }
}
