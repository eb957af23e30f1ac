using System.Text.Json;
using OvhSimulator.Control;

namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>A call of the API that an operation makes, whichever number it is about.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path as OVHcloud documents it, with names in braces.</param>
/// <param name="Pattern">The path as the simulator's faults match it: what was sent, but for a number at its end.</param>
/// <param name="Starts">The kind of task it starts; null where it starts none.</param>
internal sealed record ApiCall(string Method, string Template, string Pattern, string? Starts)
{
    /// <summary>Whether it changes something.</summary>
    public bool IsWrite => Method != "GET";

    /// <summary>Whether it is about a service, which can expire.</summary>
    public bool IsOfService => IsOfIp || Template.StartsWith("/ipLoadbalancing/", StringComparison.Ordinal);

    /// <summary>Whether it is about an IP rather than a load balancer.</summary>
    public bool IsOfIp => Template.StartsWith("/ip/", StringComparison.Ordinal);

    public static ApiCall Of(AnsweredCall call)
    {
        var segments = call.Path.Split('/');
        var isNumbered = segments[^1].All(char.IsAsciiDigit);
        return new ApiCall(
            call.Method,
            TemplateOf(call.Path),
            isNumbered ? string.Join('/', segments[..^1].Append("*")) : call.Path,
            call.Method == "POST" ? TaskOf(call.AnswerBody) : null);
    }

    /// <summary>The documented form of a path that was sent.</summary>
    public static string TemplateOf(string path)
    {
        var segments = path.Split('?')[0].Split('/');
        if (segments is [_, "ip" or "ipLoadbalancing", _, ..])
        {
            segments[2] = segments[1] == "ip" ? "{ip}" : "{serviceName}";
        }

        if (segments[^1].All(char.IsAsciiDigit))
        {
            segments[^1] = segments[1] == "ip" ? "{taskId}" : "{id}";
        }

        return string.Join('/', segments);
    }

    public override string ToString() => $"{Method} {Template}";

    /// <summary>A task is told from other answers by what it says it does.</summary>
    private static string? TaskOf(ReadOnlyMemory<byte> answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && (document.RootElement.TryGetProperty("function", out var kind) || document.RootElement.TryGetProperty("action", out kind))
            ? kind.GetString()
            : null;
    }
}
