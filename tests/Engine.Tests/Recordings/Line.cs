using System.Text.Json.Nodes;

namespace Engine.Tests.Recordings;

/// <summary>One request or response of a recording.</summary>
/// <param name="Index">The place in its command.</param>
/// <param name="Call">What ties a request and its response together.</param>
/// <param name="IsRequest">Whether it asks; otherwise it answers.</param>
/// <param name="Method">Service and method, such as <c>ResourceProvider/Check</c>.</param>
/// <param name="Body">The message in protobuf's JSON form; null for an error.</param>
/// <param name="Error">What went wrong, as gRPC says it; null otherwise.</param>
internal sealed record Line(int Index, int Call, bool IsRequest, string Method, JsonObject? Body, string? Error)
{
    public string Service => Method.Split('/')[0];

    public string Name => Method.Split('/')[1];
}
