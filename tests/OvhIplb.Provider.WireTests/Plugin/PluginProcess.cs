using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using OvhIplb.Provider.WireTests.Engine;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Plugin;

/// <summary>The plugin as the engine runs it: a process of its own that prints its port and then serves.</summary>
internal sealed class PluginProcess : IAsyncDisposable
{
    private const int Interrupt = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process _process;

    private readonly string _folder;

    private readonly StringBuilder _errors = new();

    private readonly Task<string> _restOfOutput;

    private readonly GrpcChannel _channel;

    private readonly AnswerRecorder _recorder = new();

    private PluginProcess(Process process, string folder, int port, bool outlivesEngines)
    {
        OutlivesEngines = outlivesEngines;
        _process = process;
        _folder = folder;
        Port = port;
        _restOfOutput = process.StandardOutput.ReadToEndAsync();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
            {
                _errors.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
        _channel = GrpcChannel.ForAddress(
            $"http://127.0.0.1:{port}", new() { HttpHandler = new SocketsHttpHandler { UseProxy = false }, DisposeHttpClient = true });
        Client = new ResourceProvider.ResourceProviderClient(_channel.Intercept(_recorder));
    }

    public int Port { get; }

    public ResourceProvider.ResourceProviderClient Client { get; }

    /// <summary>What it has answered so far, errors included, by rpc.</summary>
    public IEnumerable<(string Method, string Text)> Answers => _recorder.Answers;

    /// <summary>Whether it was started without an engine's address, so that one engine after another can attach to it.</summary>
    public bool OutlivesEngines { get; }

    public bool HasExited => _process.HasExited;

    /// <summary>What it has written to standard error so far.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    /// <summary>Starts it in an empty folder that is its home too, with nothing of OVH in its environment.</summary>
    /// <param name="arguments">What the engine gives, its address last; nothing where engines are to attach.</param>
    public static async Task<PluginProcess> StartAsync(params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("ovh-iplb-wire-").FullName;
        var start = new ProcessStartInfo(PluginBinary.Path, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("OVH_", StringComparison.OrdinalIgnoreCase))
            .ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["HOME"] = folder;
        var process = Process.Start(start)!;
        using var impatience = new CancellationTokenSource(Patience);
        var line = await process.StandardOutput.ReadLineAsync(impatience.Token);
        if (!int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            process.Kill();
            Assert.Fail($"The plugin's first line is '{line}', not a port. It says: {await process.StandardError.ReadToEndAsync()}");
        }

        return new PluginProcess(process, folder, port, outlivesEngines: arguments.Length == 0);
    }

    /// <summary>Leaves <see cref="Answers"/> empty.</summary>
    public void ForgetAnswers() => _recorder.Forget();

    /// <summary>Ends it as the engine does, with SIGINT.</summary>
    /// <returns>Its exit code, and all it wrote to standard output besides the port.</returns>
    public async Task<(int ExitCode, string Output)> InterruptAsync()
    {
        Assert.Equal(0, Signal(_process.Id, Interrupt));
        return await EndAsync();
    }

    /// <summary>Ends it as a crash does, with SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    /// <summary>Waits until it has ended.</summary>
    /// <returns>Its exit code, and all it wrote to standard output besides the port.</returns>
    public async Task<(int ExitCode, string Output)> EndAsync()
    {
        using var impatience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(impatience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            throw;
        }

        return (_process.ExitCode, await _restOfOutput);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            (var exitCode, var output) = await InterruptAsync();
            Assert.Equal(0, exitCode);
            Assert.Empty(output);
        }

        _channel.Dispose();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
