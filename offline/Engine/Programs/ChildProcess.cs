using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Engine.Programs;

/// <summary>Processes the engine starts and ends.</summary>
internal static partial class ChildProcess
{
    private const int Interrupt = 2;
    private const string SessionTool = "/usr/bin/setsid";
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Runs a program to its end; cancellation interrupts it and, after five seconds, kills it.</summary>
    /// <param name="abort">Kills it at once.</param>
    /// <exception cref="UserException">The file cannot be started.</exception>
    public static async Task<int> RunAsync(
        string file,
        IEnumerable<string> arguments,
        string directory,
        IReadOnlyDictionary<string, string> environment,
        Action<string, bool> output,
        TimeProvider time,
        CancellationToken abort,
        CancellationToken cancellationToken)
    {
        using var process = Start(file, arguments, directory, environment);
        using var killing = abort.Register(() => Kill(process));
        process.OutputDataReceived += (_, line) => Forward(line.Data, false);
        process.ErrorDataReceived += (_, line) => Forward(line.Data, true);
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(process, time);
        }

        return process.ExitCode;

        void Forward(string? line, bool error)
        {
            if (line is not null)
            {
                output(line, error);
            }
        }
    }

    /// <summary>Starts a program with its three streams redirected.</summary>
    /// <exception cref="UserException">The file cannot be started.</exception>
    public static Process Start(
        string file, IEnumerable<string> arguments, string directory, IReadOnlyDictionary<string, string> environment)
    {
        // In a session of its own, where there is the tool for it, a child does not get the terminal's Ctrl-C: the engine
        // decides what happens then.
        var apart = File.Exists(SessionTool);
        var start = new ProcessStartInfo(apart ? SessionTool : file)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in apart ? arguments.Prepend(file) : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((var name, var value) in environment)
        {
            start.Environment[name] = value;
        }

        ProxyBypass.Extend(start.Environment);

        if (apart && Path.IsPathRooted(file) && !File.Exists(file))
        {
            throw new UserException($"{file} could not be started: there is no such file");
        }

        try
        {
            return Process.Start(start) ?? throw new UserException($"{file} could not be started");
        }
        catch (Win32Exception error)
        {
            throw new UserException($"{file} could not be started: {error.Message}", error);
        }
    }

    /// <summary>Interrupts a process as Ctrl-C does, and kills it with its children if it is still there five seconds later.</summary>
    public static async Task EndAsync(Process process, TimeProvider time)
    {
        if (process.HasExited)
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            process.Kill(entireProcessTree: true);
        }
        else
        {
            _ = Signal(process.Id, Interrupt);
        }

        using var limit = new CancellationTokenSource(Grace, time);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>Kills a process with its children; one that has ended already is fine.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It was never there or is gone: what was wanted.
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int process, int signal);
}
