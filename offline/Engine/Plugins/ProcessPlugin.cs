using System.Diagnostics;
using Engine.Programs;
using Grpc.Net.Client;
using Pulumirpc;

namespace Engine.Plugins;

/// <summary>A plugin in a process the engine started.</summary>
internal sealed class ProcessPlugin : IPlugin
{
    private readonly Process _process;
    private readonly GrpcChannel _channel;
    private readonly TimeProvider _time;
    private readonly CancellationTokenRegistration _killing;

    private ProcessPlugin(Process process, string address, string directory, TimeProvider time, CancellationToken abort)
    {
        _process = process;
        _time = time;
        _killing = abort.Register(() => ChildProcess.Kill(process));
        _channel = Channel.To(address);
        Client = new ResourceProvider.ResourceProviderClient(_channel);
        Directory = directory;
    }

    public ResourceProvider.ResourceProviderClient Client { get; }

    public bool Attached => false;

    public string Directory { get; }

    /// <summary>Starts the plugin and waits for the port it prints.</summary>
    /// <param name="abort">Kills it at once.</param>
    public static async Task<ProcessPlugin> StartAsync(
        string path,
        string engineAddress,
        string workingDirectory,
        IReadOnlyDictionary<string, string> environment,
        Action<string> errors,
        TimeProvider time,
        CancellationToken abort,
        CancellationToken cancellationToken)
    {
        var process = ChildProcess.Start(path, [engineAddress], workingDirectory, environment);
        var trouble = new List<string>();
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
            {
                lock (trouble)
                {
                    trouble.Add(line.Data);
                }

                errors(line.Data);
            }
        };
        process.BeginErrorReadLine();
        var first = await process.StandardOutput.ReadLineAsync(cancellationToken);
        if (!int.TryParse(first?.Trim(), out var port))
        {
            await ChildProcess.EndAsync(process, time);
            lock (trouble)
            {
                throw new UserException(
                    $"the plugin {path} did not print its port but '{first}' and ended with exit code "
                        + $"{process.ExitCode}:\n{string.Join('\n', trouble)}");
            }
        }

        // Nothing more is expected there, but a full pipe would stop the plugin.
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        return new ProcessPlugin(process, $"127.0.0.1:{port}", Path.GetDirectoryName(path)!, time, abort);
    }

    public async ValueTask DisposeAsync()
    {
        await _killing.DisposeAsync();
        _channel.Dispose();
        await ChildProcess.EndAsync(_process, _time);
        _process.Dispose();
    }
}
