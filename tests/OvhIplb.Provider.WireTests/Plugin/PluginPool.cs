using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Plugin;

[assembly: AssemblyFixture(typeof(PluginPool))]

namespace OvhIplb.Provider.WireTests.Plugin;

/// <summary>
/// Plugins that have served one test and can serve another, as an attached plugin serves one command after the other: starting
/// one takes longer than most tests. At the end each must have kept silent on standard output and end well.
/// </summary>
public sealed class PluginPool : IAsyncDisposable
{
    private static readonly ConcurrentBag<PluginProcess> Idle = [];

    public async ValueTask DisposeAsync()
    {
        while (Idle.TryTake(out var plugin))
        {
            await plugin.DisposeAsync();
        }
    }

    /// <summary>One that no engine started; the engine that uses it now says so with the handshake.</summary>
    internal static async Task<PluginProcess> TakeAsync() => Idle.TryTake(out var plugin) ? plugin : await PluginProcess.StartAsync();

    /// <summary>Takes it back, unless it has ended or is to end with its engine.</summary>
    internal static async Task ReturnAsync(PluginProcess plugin)
    {
        if (plugin.HasExited || !plugin.OutlivesEngines)
        {
            await plugin.DisposeAsync();
            return;
        }

        await plugin.Client.CancelAsync(new Empty());
        plugin.ForgetAnswers();
        Idle.Add(plugin);
    }
}
