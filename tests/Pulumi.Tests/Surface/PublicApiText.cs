using System.Text.RegularExpressions;

namespace Pulumi.Tests.Surface;

/// <summary>Reads a public surface that is written as C# declarations without bodies.</summary>
internal static partial class PublicApiText
{
    public static PublicApi Parse(IEnumerable<string> lines)
    {
        var api = new PublicApi();
        var scopes = new Stack<(string Name, PublicApi.TypeSurface? Type)>();
        var pending = "";
        foreach (var line in lines.Select(one => one.Trim()).Where(one => one.Length > 0))
        {
            if (line == "{")
            {
                scopes.Push(Open(api, scopes, pending));
                pending = "";
            }
            else if (line == "}")
            {
                scopes.Pop();
            }
            else
            {
                pending = Normalize($"{pending} {line}");
                if (Complete().IsMatch(pending))
                {
                    Close(api, scopes, pending);
                    pending = "";
                }
            }
        }

        return api;
    }

    private static (string Name, PublicApi.TypeSurface? Type) Open(
        PublicApi api, Stack<(string Name, PublicApi.TypeSurface? Type)> scopes, string declaration)
    {
        if (NamespaceKeyword().Match(declaration) is { Success: true } found)
        {
            return (found.Groups[1].Value, null);
        }

        var name = FullName(scopes, declaration);
        return (name, api.Add(name, declaration));
    }

    private static void Close(PublicApi api, Stack<(string Name, PublicApi.TypeSurface? Type)> scopes, string declaration)
    {
        if (TypeKeyword().IsMatch(declaration))
        {
            api.Add(FullName(scopes, declaration), declaration.Replace(" { }", "", StringComparison.Ordinal));
        }
        else
        {
            scopes.Peek().Type!.Add(declaration);
        }
    }

    private static string FullName(Stack<(string Name, PublicApi.TypeSurface? Type)> scopes, string declaration)
    {
        var found = TypeKeyword().Match(declaration);
        var name = found.Groups["delegate"].Success ? found.Groups["delegate"].Value : found.Groups["type"].Value;
        return $"{scopes.Peek().Name}.{name}";
    }

    /// <summary>Leaves out what is not the surface: which iterator class the compiler made, and which base member is hidden.</summary>
    private static string Normalize(string text)
        => Spaces().Replace(StateMachine().Replace(text, ""), " ")
            .Replace("public new static", "public static", StringComparison.Ordinal)
            .Replace("new ()", "new()", StringComparison.Ordinal)
            .Trim();

    /// <summary>A member ends with its body or a semicolon, an enum's value with its comma.</summary>
    [GeneratedRegex(@"(\}|;)$|^\w+ = -?\d+,$")]
    private static partial Regex Complete();

    [GeneratedRegex(@"^namespace (\S+)$")]
    private static partial Regex NamespaceKeyword();

    [GeneratedRegex(@"(?:^|\s)(?:(?:class|struct|interface|enum) (?<type>\w+(?:<[^>]*>)?)|delegate .* (?<delegate>\w+(?:<[^>]*>)?)\()")]
    private static partial Regex TypeKeyword();

    [GeneratedRegex(@"\[System\.Runtime\.CompilerServices\.AsyncIteratorStateMachine\([^\]]*\)\]")]
    private static partial Regex StateMachine();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
