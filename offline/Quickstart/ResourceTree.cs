using System.Text.Json;
using Spectre.Console;

namespace Quickstart;

/// <summary>Shows the resources of a stack as the tree they are declared in.</summary>
internal static class ResourceTree
{
    private const string StackType = "pulumi:pulumi:Stack";

    public static void Print(string stateFile)
    {
        if (Console.IsOutputRedirected)
        {
            // A file or a CI log has no width to wrap at.
            AnsiConsole.Profile.Width = int.MaxValue;
        }

        using var state = JsonDocument.Parse(File.ReadAllText(stateFile));
        if (!state.RootElement.GetProperty("deployment").TryGetProperty("resources", out var resources))
        {
            return;
        }

        var children = resources.EnumerateArray().ToLookup(static resource => Text(resource, "parent"));
        foreach (var stack in children[""].Where(static resource => Text(resource, "type") == StackType))
        {
            var tree = new Tree(Label(stack));
            Add(tree, stack, children);
            AnsiConsole.Write(tree);
        }
    }

    private static void Add(IHasTreeNodes node, JsonElement resource, ILookup<string, JsonElement> children)
    {
        foreach (var child in children[Text(resource, "urn")].OrderBy(static child => Text(child, "urn"), StringComparer.Ordinal))
        {
            Add(node.AddNode(Label(child)), child, children);
        }
    }

    private static string Label(JsonElement resource)
    {
        var name = Text(resource, "urn").Split("::")[^1];
        var id = Text(resource, "id");
        return Markup.Escape($"{Text(resource, "type").Split(':')[^1]} {name}") + (id.Length > 0 ? $"  [grey]{Markup.Escape(id)}[/]" : "");
    }

    private static string Text(JsonElement resource, string name) =>
        resource.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
