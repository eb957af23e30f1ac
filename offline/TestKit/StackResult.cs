using System.Text.Json;
using Engine;
using OvhSimulator.Control;

namespace OvhIplb.Testing;

/// <summary>How a command on a stack ended, and what there is after it.</summary>
public sealed record StackResult
{
    /// <summary>0 where it succeeded.</summary>
    public required int ExitCode { get; init; }

    public bool Succeeded => ExitCode == ExitCodes.Good;

    /// <summary>All it said.</summary>
    public required string Output { get; init; }

    /// <summary>What happened to how many resources, the stack among them; of a preview, what would happen.</summary>
    public required StepCounts Steps { get; init; }

    /// <summary>Every call that the API received, in order.</summary>
    public required IReadOnlyList<RecordedCall> Calls { get; init; }

    /// <summary>The calls that asked for a change, such as <c>POST /ip/192.0.2.10/32/move</c>, in order.</summary>
    public IReadOnlyList<string> Writes
        => [.. Calls.Where(static call => call.IsWrite).Select(static call => $"{call.Method} {Uri.UnescapeDataString(call.Path)}")];

    /// <summary>What the state has after it, providers and the stack itself left out. A preview changes nothing about it.</summary>
    public required IReadOnlyList<StackResource> Resources { get; init; }

    /// <summary>The outputs of the stack in the state. A secret reads <c>[secret]</c>, as the Pulumi CLI shows it.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Outputs { get; init; }

    /// <summary>The one resource of a name.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="type">Its type, such as <c>ovh-iplb:index:FreeCertificate</c>, where several share the name.</param>
    /// <exception cref="ArgumentException">There is none, or more than one; the message says which there are.</exception>
    public StackResource Resource(string name, string? type = null)
    {
        StackResource[] found = [.. Resources.Where(resource => resource.Name == name && (type is null || resource.Type == type))];
        return found.Length == 1 ? found[0] : throw new ArgumentException(
            $"There are {found.Length} resources '{name}' in the state, which has: "
                + $"{string.Join(", ", Resources.Select(static resource => $"{resource.Type} {resource.Name}"))}",
            nameof(name));
    }

    /// <summary>Answers itself where the command succeeded.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds all it said.</exception>
    public StackResult EnsureSucceeded()
        => Succeeded ? this : throw new InvalidOperationException($"The command ended with exit code {ExitCode}:\n{Output}");
}
