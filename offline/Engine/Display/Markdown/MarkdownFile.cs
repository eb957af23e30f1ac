namespace Engine.Display.Markdown;

/// <summary>The file that a workflow posts.</summary>
internal static class MarkdownFile
{
    /// <exception cref="UserException">The file cannot be written.</exception>
    public static void Write(string path, Contents contents)
    {
        try
        {
            File.WriteAllText(path, Comment.Of(contents));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"--markdown: {problem.Message}", problem);
        }
    }
}
