using System.Globalization;

namespace Engine.Display;

/// <summary>Shortens texts that nobody would read to their end.</summary>
internal static class LongText
{
    /// <summary>The beginning of a text that has more characters than <paramref name="longest"/>, and how many it has.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // Half of a character outside of the basic plane is none.
        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return string.Create(CultureInfo.InvariantCulture, $"{text[..end]}… ({text.Length} characters)");
    }
}
