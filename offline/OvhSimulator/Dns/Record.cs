namespace OvhSimulator.Dns;

/// <summary>A record of an answer. What it belongs to follows from its place: the name asked for, or the alias before it.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Data">Its data, as in a packet.</param>
internal sealed record Record(RecordType Type, byte[] Data);
