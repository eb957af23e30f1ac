using System.Collections.Frozen;
using System.Globalization;

namespace OvhIplb.Provider.Certificates.Shared.Idna;

/// <summary>
/// What Unicode says of the characters beyond ASCII in domain names (UTS 46). The plugin runs without ICU, compiled ahead of time or not,
/// and
/// what the framework then knows of them is not enough. <c>.ci/idna-table</c> writes the table.
/// </summary>
internal sealed class IdnaTable
{
    private static readonly Lazy<IdnaTable> Loaded = new(static () => new IdnaTable());

    private readonly Dictionary<string, CodePointSet> _sets = new(StringComparer.Ordinal);

    private readonly Dictionary<int, string> _mapped = [];

    private readonly Dictionary<int, int> _ranks = [];

    private readonly Dictionary<int, FrozenSet<int>> _composedWith = [];

    private IdnaTable()
    {
        using var stream = typeof(IdnaTable).Assembly.GetManifestResourceStream("idna-table")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                Read(line.Split(' '));
            }
        }
    }

    public static IdnaTable Instance => Loaded.Value;

    /// <summary>Whether anything has needed it in this process.</summary>
    public static bool IsLoaded => Loaded.IsValueCreated;

    /// <summary>Whether a name in its final form may hold it.</summary>
    public bool IsValid(int codePoint) => Is("V", codePoint);

    /// <summary>Whether it counts as not written.</summary>
    public bool IsIgnored(int codePoint) => Is("I", codePoint);

    /// <summary>What it is another spelling of; null where it is none.</summary>
    public string? MappedTo(int codePoint) => _mapped.GetValueOrDefault(codePoint);

    public bool IsMark(int codePoint) => Is("K", codePoint);

    public bool IsVirama(int codePoint) => Is("X", codePoint);

    /// <summary>Its place among marks, where the order of marks is fixed; zero where it is not.</summary>
    public int RankOf(int codePoint) => _ranks.GetValueOrDefault(codePoint);

    /// <summary>Whether there is one character for the two.</summary>
    public bool IsComposed(int first, int second) => _composedWith.TryGetValue(second, out var firsts) && firsts.Contains(first);

    /// <summary>
    /// Of RFC 5893: <c>L</c>, <c>R</c> (AL too), <c>E</c> (EN), <c>A</c> (AN), <c>N</c> (NSM), <c>O</c> (ES, CS, ET, ON, BN).
    /// </summary>
    public char DirectionOf(int codePoint) =>
        codePoint < 0x80 ? DirectionOfAscii((char)codePoint) : "REANO".FirstOrDefault(kind => Is($"B{kind}", codePoint), 'L');

    /// <summary>How it joins the letters beside it: <c>L</c>, <c>R</c>, <c>D</c>, <c>T</c>; a hyphen where it does not.</summary>
    public char JoiningOf(int codePoint) => "LRDT".FirstOrDefault(kind => Is($"J{kind}", codePoint), '-');

    private static char DirectionOfAscii(char character) => char.IsAsciiDigit(character) ? 'E' : character == '-' ? 'O' : 'L';

    private bool Is(string kind, int codePoint) => _sets.TryGetValue(kind, out var set) && set.Contains(codePoint);

    private void Read(string[] fields)
    {
        switch (fields)
        {
            case ["B" or "J", var kind, var range]:
                SetOf(fields[0] + kind).Add(range);
                break;
            case ["C", var rank, var range]:
                (var first, var last) = CodePointSet.Range(range);
                for (var codePoint = first; codePoint <= last; codePoint++)
                {
                    _ranks[codePoint] = int.Parse(rank, CultureInfo.InvariantCulture);
                }

                break;
            case ["M", var start, var count, var step, var target]:
                Run(
                    CodePointSet.Parse(start),
                    int.Parse(count, CultureInfo.InvariantCulture),
                    int.Parse(step, CultureInfo.InvariantCulture),
                    CodePointSet.Parse(target));
                break;
            case ["P", var second, .. var firsts]:
                _composedWith[CodePointSet.Parse(second)] = firsts.Select(CodePointSet.Parse).ToFrozenSet();
                break;
            case ["S", var codePoint, .. var parts]:
                _mapped[CodePointSet.Parse(codePoint)] = string.Concat(
                    parts.Select(static part => char.ConvertFromUtf32(CodePointSet.Parse(part))));
                break;
            case [var kind, var range]:
                SetOf(kind).Add(range);
                break;
        }
    }

    private CodePointSet SetOf(string kind) => _sets.TryGetValue(kind, out var set) ? set : _sets[kind] = new CodePointSet();

    private void Run(int start, int count, int step, int target)
    {
        for (var offset = 0; offset < count * step; offset += step)
        {
            _mapped[start + offset] = char.ConvertFromUtf32(target + offset);
        }
    }
}
