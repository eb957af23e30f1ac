namespace OvhSimulator.Ips;

/// <summary>A server that can hold Additional IPs.</summary>
/// <param name="ServiceName">Such as <c>ns3001.ip-198-51-100.eu</c>.</param>
/// <param name="Datacentre">Such as <c>gra</c>: decides which IPs can be moved to it.</param>
public sealed record DedicatedServer(string ServiceName, string Datacentre);
