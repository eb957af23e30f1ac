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
        foreach (int codePoint in codePoints.Where(static codePoint => codePoint < FirstCodePoint))
        {
            encoded.Append((char)codePoint);
        }

        int basic = encoded.Length;
        if (basic > 0)
        {
            encoded.Append('-');
        }

        (int next, int delta, int bias) = (FirstCodePoint, 0, FirstBias);
        for (int handled = basic; handled < codePoints.Length; next++, delta++)
        {
            int least = codePoints.Where(codePoint => codePoint >= next).Min();
            delta += (least - next) * (handled + 1);
            next = least;
            foreach (int codePoint in codePoints)
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
        int basic = encoded.LastIndexOf('-');
        List<int> codePoints = [.. encoded.Take(Math.Max(basic, 0)).Select(static character => (int)character)];
        (int next, long position, int bias) = (FirstCodePoint, 0, FirstBias);
        for (int read = basic < 0 ? 0 : basic + 1; read < encoded.Length;)
        {
            long start = position;
            long weight = 1;
            for (int place = Base; ; place += Base)
            {
                int digit = read < encoded.Length ? Digits.IndexOf(encoded[read++], StringComparison.Ordinal) : -1;
                position += digit * weight;
                if (digit < 0 || position > int.MaxValue)
                {
                    return null;
                }

                int threshold = Threshold(place, bias);
                if (digit < threshold)
                {
                    break;
                }

                weight *= Base - threshold;
            }

            int count = codePoints.Count + 1;
            bias = Adapt((int)(position - start), count, isFirst: start == 0);
            long codePoint = next + (position / count);
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
        int rest = delta;
        int place = Base;
        for (int threshold = Threshold(place, bias); rest >= threshold; threshold = Threshold(place += Base, bias))
        {
            encoded.Append(Digits[threshold + ((rest - threshold) % (Base - threshold))]);
            rest = (rest - threshold) / (Base - threshold);
        }

        encoded.Append(Digits[rest]);
    }

    private static int Threshold(int place, int bias) => Math.Clamp(place - bias, LeastThreshold, MostThreshold);

    private static int Adapt(int delta, int count, bool isFirst)
    {
        int scaled = delta / (isFirst ? Damp : 2);
        scaled += scaled / count;
        int place = 0;
        for (; scaled > (Base - LeastThreshold) * MostThreshold / 2; place += Base)
        {
            scaled /= Base - LeastThreshold;
        }

        return place + ((Base - LeastThreshold + 1) * scaled / (scaled + Skew));
    }
}
