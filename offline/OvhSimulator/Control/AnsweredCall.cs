namespace OvhSimulator.Control;

/// <summary>A call and the simulator's own answer to it: never one that an injected fault replaced or dropped.</summary>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Path">The path below /1.0 without its query, exactly as sent.</param>
/// <param name="Query">The query exactly as sent, without the question mark; empty where there is none.</param>
/// <param name="RequestBody">The bytes received; empty where there is no body.</param>
/// <param name="Status">The status answered.</param>
/// <param name="AnswerBody">The bytes answered.</param>
public sealed record AnsweredCall(
    string Method, string Path, string Query, ReadOnlyMemory<byte> RequestBody, int Status, ReadOnlyMemory<byte> AnswerBody);
