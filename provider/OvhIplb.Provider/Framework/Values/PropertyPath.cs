using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace OvhIplb.Provider.Framework.Values;

/// <summary>Paths as the engine writes them: <c>fqdns[1]</c>, <c>triggers.release</c>, <c>triggers["a.b"]</c>.</summary>
public static class PropertyPath
{
    public static string Element(string path, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    public static string Key(string path, string key)
    {
        if (key.Length > 0 && key.AsSpan().IndexOfAny(".[]\"\\") < 0)
        {
            return path.Length == 0 ? key : $"{path}.{key}";
        }

        return $"{path}[\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";
    }

    /// <summary>The property at the top that a path is in.</summary>
    public static string Top(string path) => Segments(path) is [var top, ..] ? top : path;

    /// <summary>
    /// The keys and indices of a path in order, an index as its digits and <c>*</c> as itself. Never fails: what is not
    /// well-formed is taken as it stands.
    /// </summary>
    public static ImmutableArray<string> Segments(string path)
    {
        var segments = ImmutableArray.CreateBuilder<string>();
        var position = 0;
        while (position < path.Length)
        {
            switch (path[position])
            {
                case '.':
                    position++;
                    break;
                case '[' when position + 1 < path.Length && path[position + 1] == '"':
                    segments.Add(Quoted(path, position + 2, out position));
                    break;
                case '[':
                    segments.Add(Until(path, position + 1, "]", out position));
                    position++;
                    break;
                default:
                    segments.Add(Until(path, position, ".[", out position));
                    break;
            }
        }

        return segments.ToImmutable();
    }

    private static string Until(string path, int start, string ends, out int position)
    {
        var length = path.AsSpan(start).IndexOfAny(ends);
        position = length < 0 ? path.Length : start + length;
        return path[start..position];
    }

    private static string Quoted(string path, int start, out int position)
    {
        var text = new StringBuilder();
        for (position = start; position < path.Length && path[position] != '"'; position++)
        {
            if (path[position] == '\\' && position + 1 < path.Length)
            {
                position++;
            }

            text.Append(path[position]);
        }

        // Past the closing quote and bracket.
        position += 2;
        return text.ToString();
    }
}
