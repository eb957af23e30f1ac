using System.Text;

namespace OvhIplb.Provider.Certificates.Shared.Idna;

/// <summary>The ASCII form of a label beyond ASCII, without <c>xn--</c> (RFC 3492).</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int LeastThreshold = 1;
    private const int MostThreshold = 26;
    private const int Skew = 38;
    private const int Damp = 700;
    private const int FirstBias = 72;
    private const int FirstCodePoint = 128;
    private const int LastCodePoint = 0x10FFFF;

    private const string Digits = "abcdefghijklmnopqrstuvwxyz0123456789";

    public static string Encode(int[] codePoints)
    {
        var encoded = new StringBuilder();
        foreach (var codePoint in codePoints.Where(static codePoint => codePoint < FirstCodePoint))
        {
            encoded.Append((char)codePoint);
        }

        var basic = encoded.Length;
        if (basic > 0)
        {
            encoded.Append('-');
        }

        (var next, var delta, var bias) = (FirstCodePoint, 0, FirstBias);
        for (var handled = basic; handled < codePoints.Length; next++, delta++)
        {
            var least = codePoints.Where(codePoint => codePoint >= next).Min();
            delta += (least - next) * (handled + 1);
            next = least;
            foreach (var codePoint in codePoints)
            {
                delta += codePoint < next ? 1 : 0;
                if (codePoint == next)
                {
                    Append(encoded, delta, bias);
                    bias = Adapt(delta, handled + 1, isFirst: handled == basic);
                    delta = 0;
                    handled++;
                }
            }
        }

        return encoded.ToString();
    }

    /// <returns>Null where it is the form of nothing.</returns>
    public static int[]? Decode(string encoded)
    {
        var basic = encoded.LastIndexOf('-');
        List<int> codePoints = [.. encoded.Take(Math.Max(basic, 0)).Select(static character => (int)character)];
        (var next, long position, var bias) = (FirstCodePoint, 0, FirstBias);
        for (var read = basic < 0 ? 0 : basic + 1; read < encoded.Length;)
        {
            var start = position;
            long weight = 1;
            for (var place = Base; ; place += Base)
            {
                var digit = read < encoded.Length ? Digits.IndexOf(encoded[read++], StringComparison.Ordinal) : -1;
                position += digit * weight;
                if (digit < 0 || position > int.MaxValue)
                {
                    return null;
                }

                var threshold = Threshold(place, bias);
                if (digit < threshold)
                {
                    break;
                }

                weight *= Base - threshold;
            }

            var count = codePoints.Count + 1;
            bias = Adapt((int)(position - start), count, isFirst: start == 0);
            var codePoint = next + (position / count);
            if (codePoint > LastCodePoint || codePoint is >= 0xD800 and <= 0xDFFF)
            {
                return null;
            }

            next = (int)codePoint;
            position %= count;
            codePoints.Insert((int)position++, next);
        }

        return [.. codePoints];
    }

    private static void Append(StringBuilder encoded, int delta, int bias)
    {
        var rest = delta;
        var place = Base;
        for (var threshold = Threshold(place, bias); rest >= threshold; threshold = Threshold(place += Base, bias))
        {
            encoded.Append(Digits[threshold + ((rest - threshold) % (Base - threshold))]);
            rest = (rest - threshold) / (Base - threshold);
        }

        encoded.Append(Digits[rest]);
    }

    private static int Threshold(int place, int bias) => Math.Clamp(place - bias, LeastThreshold, MostThreshold);

    private static int Adapt(int delta, int count, bool isFirst)
    {
        var scaled = delta / (isFirst ? Damp : 2);
        scaled += scaled / count;
        var place = 0;
        for (; scaled > (Base - LeastThreshold) * MostThreshold / 2; place += Base)
        {
            scaled /= Base - LeastThreshold;
        }

        return place + ((Base - LeastThreshold + 1) * scaled / (scaled + Skew));
    }
}
