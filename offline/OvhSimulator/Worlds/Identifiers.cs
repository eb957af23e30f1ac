namespace OvhSimulator.Worlds;

/// <summary>Numbers that look arbitrary, never repeat, and follow from the seed alone.</summary>
public sealed class Identifiers
{
    public int Seed { get; set; }

    /// <summary>The last number given, by kind.</summary>
    public Dictionary<string, long> Last { get; init; } = [];

    internal long Next(string kind)
    {
        var last = Last.TryGetValue(kind, out var value) ? value : 100_000 + (long)(Mix(kind, 0) % 900_000);
        var next = last + 1 + (long)(Mix(kind, last) % 13);
        Last[kind] = next;
        return next;
    }

    internal ulong Mix(string kind, long number)
    {
        // FNV-1a to gather the inputs, the finaliser of splitmix64 to spread them.
        var hash = 14695981039346656037;
        foreach (var character in $"{Seed}/{kind}/{number}")
        {
            hash = unchecked((hash ^ character) * 1099511628211);
        }
        unchecked
        {
            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        }
        return hash ^ (hash >> 31);
    }

    /// <summary>A new key or token: 32 characters.</summary>
    internal string Secret(string kind) => Uuid($"{kind} {Next(kind)}").ToString("N");

    internal Guid Uuid(string kind)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Mix(kind, 1));
        BitConverter.TryWriteBytes(bytes[8..], Mix(kind, 2));
        return new Guid(bytes);
    }
}
