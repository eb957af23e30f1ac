namespace OvhSimulator;

/// <summary>What a simulator is started with.</summary>
public sealed class SimulatorOptions
{
    /// <summary>TCP port on 127.0.0.1; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>UDP port on 127.0.0.1 that DNS is served on; 0, the default, takes a free one.</summary>
    public int DnsPort { get; set; }

    /// <summary>Whether it serves HTTPS instead of HTTP, with a certificate it makes for itself. Default no.</summary>
    public bool Tls { get; set; }

    /// <summary>Where ids, query ids and fingerprints come from: the same seed and calls give the same world. Default 1.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The wall clock. Signatures are judged by it; the world's clock is derived from it. Default the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>World seconds in one second of the wall clock, greater than zero. Default 1. Signatures never feel it.</summary>
    public double TimeScale { get; set; } = 1;

    /// <summary>A file that keeps the world over restarts; read when it exists, replaced after every change. Default none.</summary>
    public string? StateFile { get; set; }

    /// <summary>How long work takes, in world time. Not kept in the state file.</summary>
    public Tasks.Durations Durations { get; set; } = new();

    /// <summary>Answers to what nobody outside OVH knows. Not kept in the state file.</summary>
    public Knobs Knobs { get; set; } = new();

    /// <summary>Told of each call before its answer is sent, several at once when calls are. Default nobody, and nothing is kept.</summary>
    public Action<Control.AnsweredCall>? Observer { get; set; }

    /// <summary>
    /// Told of each DNS query, one at a time, before it is answered: what it does to the records is in the answer. What it
    /// throws is ignored. Default nobody.
    /// </summary>
    public Action<Dns.DnsQuery>? DnsObserver { get; set; }

    /// <summary>Whether requests are logged to standard error. Default no: nothing is written anywhere.</summary>
    public bool Log { get; set; }
}
