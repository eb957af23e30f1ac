using System.Text;

namespace OvhSimulator.Dns;

/// <summary>Names as text and as they are in packets.</summary>
internal static class Names
{
    /// <summary>The longest a label can be, in bytes.</summary>
    public const int LongestLabel = 63;

    /// <summary>The longest a name can be in a packet, in bytes.</summary>
    public const int Longest = 255;

#pragma warning disable CA1308 // DNS names are written in lower case, here and on the wire.
    public static string Normal(string name) => name.TrimEnd('.').ToLowerInvariant();
#pragma warning restore CA1308

    /// <summary>Whether a packet can hold the name: ASCII, and no label or the whole too long.</summary>
    public static bool IsName(string name) =>
        // One byte before the first label and one after the last.
        Normal(name) is var normal && Ascii.IsValid(normal) && normal.Length + 2 <= Longest
        && Array.TrueForAll(normal.Split('.'), label => label.Length is > 0 and <= LongestLabel);

    /// <summary>The name as in a packet: labels with their lengths, and an empty one at the end.</summary>
    public static byte[] Encode(string name) =>
        [.. name.Split('.').SelectMany<string, byte>(label => [(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]), 0];
}
