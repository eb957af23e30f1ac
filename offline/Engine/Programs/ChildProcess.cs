using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Engine.Programs;

/// <summary>Processes the engine starts and ends.</summary>
internal static partial class ChildProcess
{
    private const int Interrupt = 2;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Runs a program to its end; cancellation interrupts it and, after five seconds, kills it.</summary>
    /// <exception cref="UserException">The file cannot be started.</exception>
    public static async Task<int> RunAsync(
        string file,
        IEnumerable<string> arguments,
        string directory,
        IReadOnlyDictionary<string, string> environment,
        Action<string, bool> output,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        using Process process = Start(file, arguments, directory, environment);
        process.OutputDataReceived += (_, line) => Forward(line.Data, false);
        process.ErrorDataReceived += (_, line) => Forward(line.Data, true);
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(process, time).ConfigureAwait(false);
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
        var start = new ProcessStartInfo(file)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
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
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int process, int signal);
}
