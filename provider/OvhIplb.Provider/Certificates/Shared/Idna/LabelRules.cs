
namespace OvhIplb.Provider.Certificates.Shared.Idna;

/// <summary>What a label in its final form may be (UTS 46, validity criteria; RFC 5892, A.1 and A.2; RFC 5893).</summary>
internal static class LabelRules
{
    private const int NonJoiner = 0x200C;
    private const int Joiner = 0x200D;

    private static IdnaTable Table => IdnaTable.Instance;

    /// <summary>
    /// Whether a label by itself is one; whether it fits a name with letters from right to left is <see cref="IsDirected"/>.
    /// </summary>
    public static bool IsValid(int[] label) =>
        label[0] != '-'
        && label[^1] != '-'
        && !(label is [_, _, '-', '-', ..])
        && !Table.IsMark(label[0])
        && label.All(IsAllowed)
        && IsComposed(label)
        && Enumerable.Range(0, label.Length).All(index => IsJoinerInPlace(label, index));

    public static bool IsFromRightToLeft(int[] label) => label.Any(static codePoint => Table.DirectionOf(codePoint) is 'R' or 'A');

    /// <summary>Whether the characters of a label that stands in a name with letters from right to left can be told apart.</summary>
    public static bool IsDirected(int[] label)
    {
        var directions = string.Concat(label.Select(Table.DirectionOf));
        var end = directions.TrimEnd('N');
        return directions[0] switch
        {
            'R' => !directions.Contains('L', StringComparison.Ordinal) && end[^1] is 'R' or 'E' or 'A'
                && !(directions.Contains('E') && directions.Contains('A')),
            'L' => !directions.Any(static direction => direction is 'R' or 'A') && end[^1] is 'L' or 'E',
            _ => false,
        };
    }

    private static bool IsAllowed(int codePoint) =>
        codePoint < 0x80
            ? char.IsAsciiLetterLower((char)codePoint) || char.IsAsciiDigit((char)codePoint) || codePoint == '-'
            : Table.IsValid(codePoint);

    /// <summary>
    /// Whether no mark stands in another order than the fixed one or beside a letter with which there is one character for both (NFC).
    /// </summary>
    private static bool IsComposed(int[] label)
    {
        var starter = label[0];
        var highest = 0;
        var isBeside = true;
        for (var index = 1; index < label.Length; index++)
        {
            var rank = Table.RankOf(label[index]);
            var isBlocked = !isBeside && (rank == 0 || rank <= highest);
            if ((rank != 0 && rank < highest)
                || (!isBlocked && (Table.IsComposed(starter, label[index]) || IsSyllable(starter, label[index]))))
            {
                return false;
            }

            (starter, highest, isBeside) = rank == 0 ? (label[index], 0, true) : (starter, rank, false);
        }

        return true;
    }

    /// <summary>Parts of a Hangul syllable.</summary>
    private static bool IsSyllable(int first, int second) => (first, second) switch
    {
        ( >= 0x1100 and <= 0x1112, >= 0x1161 and <= 0x1175) => true,
        ( >= 0xAC00 and <= 0xD7A3, >= 0x11A8 and <= 0x11C2) => (first - 0xAC00) % 28 == 0,
        _ => false,
    };

    private static bool IsJoinerInPlace(int[] label, int index) =>
        label[index] is not (NonJoiner or Joiner)
        || (index > 0 && Table.IsVirama(label[index - 1]))
        || (label[index] == NonJoiner && Joins(label[..index].Reverse(), 'L') && Joins(label[(index + 1)..], 'R'));

    /// <summary>Whether the first letter that does not merely pass joining on joins on the given side.</summary>
    private static bool Joins(IEnumerable<int> outwards, char side) =>
        outwards.Select(Table.JoiningOf).FirstOrDefault(static joining => joining != 'T', '-') is var joining
            && (joining == side || joining == 'D');
}
