using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace OvhIplb.Provider.Tests.Firewall;

/// <summary>
/// A network of its own: interfaces, routes and firewall. A thread lives in it, and what runs on that thread (sockets, processes) belongs
/// to it. It is
/// gone with the thread and leaves no name behind.
/// </summary>
/// <remarks>
/// The threads of all namespaces stay on one processor, where the kernel passes packets on in the order in which they were sent. See
/// <see cref="Probe"/>.
/// </remarks>
internal sealed class NetworkNamespace : IDisposable
{
    private const int NewNetwork = 0x40000000;
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    public NetworkNamespace()
    {
        _thread = new Thread(Work) { IsBackground = true };
        _thread.Start();
        Refusal = Run(static () => unshare(NewNetwork) == 0 && StayOnOneProcessor()
            ? null
            : $"no network namespace can be made: {Marshal.GetLastPInvokeErrorMessage()}");
        Path = Run(static () => $"/proc/{File.ResolveLinkTarget("/proc/thread-self", returnFinalTarget: false)!.FullName["/proc/".Length..]}/ns/net");
    }

    /// <summary>Why there is none; null where there is.</summary>
    public string? Refusal { get; }

    /// <summary>The file by which <c>ip</c> knows it.</summary>
    public string Path { get; }

    /// <summary>Runs something in it.</summary>
    public T Run<T>(Func<T> action)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        using var done = new ManualResetEventSlim();
        _work.Add(() =>
        {
            try
            {
                result = action();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }

            done.Set();
        });
        done.Wait();
        failure?.Throw();
        return result;
    }

    /// <summary>Runs a script of <c>sh -e</c> in it, and answers what it wrote.</summary>
    public string Shell(string script)
    {
        (var code, var said) = TryShell(script);
        Assert.True(code == 0, $"The script ended with {code}:\n{script}\n{said}");
        return said;
    }

    /// <inheritdoc cref="Shell"/>
    public (int Code, string Said) TryShell(string script) => Run(() =>
    {
        var start = new ProcessStartInfo("sh", ["-e", "-c", $"exec 2>&1\n{script}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true
        };
        start.Environment["PATH"] = $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin";
        start.Environment["LC_ALL"] = "C";
        using var process = System.Diagnostics.Process.Start(start)!;
        process.StandardInput.Close();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    });

    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }

    private static bool StayOnOneProcessor()
    {
        var processors = new byte[128];
        if (sched_getaffinity(0, processors.Length, processors) < 0)
        {
            return false;
        }

        var first = Array.FindIndex(processors, static bits => bits != 0);
        var one = new byte[processors.Length];
        one[first] = (byte)(processors[first] & -processors[first]);
        return sched_setaffinity(0, one.Length, one) == 0;
    }

    private void Work()
    {
        foreach (var action in _work.GetConsumingEnumerable())
        {
            action();
        }
    }

#pragma warning disable IDE1006, SYSLIB1054 // The names are libc's; a generated import wants unsafe code.
    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int unshare(int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sched_getaffinity(int thread, nint size, [Out] byte[] processors);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sched_setaffinity(int thread, nint size, byte[] processors);
#pragma warning restore IDE1006, SYSLIB1054
}
