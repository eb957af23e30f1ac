using System.Globalization;

namespace OvhIplb.Provider.Certificates.Shared.Idna;

/// <summary>Code points in ranges that are added in their order.</summary>
internal sealed class CodePointSet
{
    private readonly List<int> _firsts = [];

    private readonly List<int> _lasts = [];

    /// <param name="range">For example <c>DF-F6</c> or <c>F8</c>.</param>
    public void Add(string range)
    {
        (var first, var last) = Range(range);
        _firsts.Add(first);
        _lasts.Add(last);
    }

    public bool Contains(int codePoint)
    {
        var index = _firsts.BinarySearch(codePoint);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 && codePoint <= _lasts[index];
    }

    public static (int First, int Last) Range(string text) =>
        text.IndexOf('-', StringComparison.Ordinal) is var dash and > 0
            ? (Parse(text[..dash]), Parse(text[(dash + 1)..]))
            : (Parse(text), Parse(text));

    public static int Parse(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
