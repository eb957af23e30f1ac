using System.Globalization;

namespace OvhIplb.Provider.Schema;

/// <summary>Paths as the engine writes them: <c>fqdns[1]</c>, <c>triggers.release</c>, <c>triggers["a.b"]</c>.</summary>
public static class PropertyPath
{
    public static string Element(string path, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    public static string Key(string path, string key)
    {
        if (key.Length > 0 && key.IndexOfAny(['.', '[', ']', '"']) < 0)
        {
            return path.Length == 0 ? key : $"{path}.{key}";
        }

        return $"{path}[\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";
    }
}
