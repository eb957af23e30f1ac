
namespace OvhIplb.Provider.Framework.Rpc;

/// <summary>
/// Cancels what is running. The engine cancels at Ctrl-C and at the end of every command, also where the plugin lives on
/// for the next command (attached); that one begins with Configure.
/// </summary>
internal sealed class RunningOperations : IDisposable
{
    private readonly Lock _lock = new();
    private CancellationTokenSource _source = new();

    /// <summary>Cancelled together with everything that runs now; what starts after a cancellation starts cancelled.</summary>
    public CancellationToken Token
    {
        get
        {
            lock (_lock)
            {
                return _source.Token;
            }
        }
    }

    public void Cancel()
    {
        CancellationTokenSource source;
        lock (_lock)
        {
            source = _source;
        }

        // Outside the lock: cancelling runs other people's code.
        source.Cancel();
    }

    /// <summary>A new command begins: what starts from now on is not cancelled.</summary>
    public void Restart()
    {
        lock (_lock)
        {
            if (_source.IsCancellationRequested)
            {
                _source = new();
            }
        }
    }

    public void Dispose() => _source.Dispose();
}
