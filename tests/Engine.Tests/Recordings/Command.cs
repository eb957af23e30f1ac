using System.Text.Json.Nodes;

namespace Engine.Tests.Recordings;

/// <summary>One recorded command: what was typed, how it ended, and the conversation with program and provider.</summary>
internal sealed record Command(string Text, int ExitCode, IReadOnlyList<Line> Lines)
{
    /// <summary>The scenario this is the last command of; null for the others.</summary>
    public string? Scenario { get; private init; }

    // The embedded engine constructs no remote components: that one and its child are left out of the conversation.
    private static readonly string[] LeftOut = ["rec:index:Group", "\"remote-child\""];

    /// <summary>The commands of a recorded scenario; skips the test where the recordings are absent.</summary>
    public static IReadOnlyList<Command> Of(string scenario)
    {
        var commands = new List<Command>();
        var lines = new List<Line>();
        var left = new HashSet<int>();
        foreach (var text in Fakes.Shared.Read($"pulumi/recordings/{scenario}/grpc.jsonl")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var json = JsonNode.Parse(text)!.AsObject();
            if (json["marker"] is not null)
            {
                lines = [];
                left.Clear();
                commands.Add(new Command(json["command"]!.GetValue<string>(), json["exit"]!.GetValue<int>(), lines));
                continue;
            }

            var phase = json["phase"]!.GetValue<string>();
            var call = json["call"]!.GetValue<int>();
            if (phase == "request" && LeftOut.Any(part => text.Contains(part, StringComparison.Ordinal)))
            {
                left.Add(call);
            }

            if (!left.Contains(call))
            {
                lines.Add(new Line(
                    lines.Count, call, phase == "request", json["method"]!
                        .GetValue<string>(), json[phase] as JsonObject, json["errors"]?[0]?.GetValue<string>()));
            }
        }

        commands[^1] = commands[^1] with { Scenario = scenario };
        return commands;
    }
}
