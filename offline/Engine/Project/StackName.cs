using System.Buffers;

namespace Engine.Project;

/// <summary>Names of stacks and projects, by the rule of the Pulumi CLI.</summary>
internal static class StackName
{
    private const int Longest = 100;
    private static readonly SearchValues<char> Characters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");
    private const string Organization = "organization";

    /// <summary>
    /// The name of a stack of this project. As with the CLI and states of its own, it may be written in full:
    /// <c>organization/project/stack</c>, where the organization is always called that.
    /// </summary>
    /// <exception cref="UserException">It is no such name, or that of a stack of another project.</exception>
    public static string Parse(string text, string project)
    {
        var parts = text.Split('/');
        if (parts.Length > 3)
        {
            throw new UserException($"the stack '{text}' has too many parts: write a name, or organization/{project}/name");
        }

        if (parts.Length > 1 && parts[0] != Organization)
        {
            throw new UserException($"the stack '{text}' is one of the organization '{parts[0]}': the embedded engine has one "
                + $"organization, which is called '{Organization}'");
        }

        if (parts.Length == 3 && parts[1] != project)
        {
            throw new UserException($"the stack '{text}' is one of the project '{parts[1]}', and this is the project '{project}'");
        }

        return Fault(parts[^1], "a stack name") is { } fault ? throw new UserException(fault) : parts[^1];
    }

    /// <summary>What is wrong with a name; null where nothing is.</summary>
    /// <param name="what">Whose name it is, such as <c>a stack name</c>.</param>
    public static string? Fault(string name, string what)
    {
        if (name.Length == 0)
        {
            return $"{what} may not be empty";
        }

        if (name.Length > Longest)
        {
            return $"{what} cannot exceed {Longest} characters";
        }

        var wrong = name.AsSpan().IndexOfAnyExcept(Characters);
        return wrong < 0
            ? null
            : $"{what} may only contain letters of the English alphabet, digits, hyphens, underscores and periods: '{name}' has "
                + $"'{name[wrong]}' at position {wrong + 1}";
    }
}
