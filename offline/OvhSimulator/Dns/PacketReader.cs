using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace OvhSimulator.Dns;

/// <summary>
/// Reads a packet from its start on; throws <see cref="InvalidDataException"/> where it ends too early or makes no sense.
/// </summary>
internal ref struct PacketReader(ReadOnlySpan<byte> packet)
{
    private readonly ReadOnlySpan<byte> _packet = packet;

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > _packet.Length - Position)
        {
            throw new InvalidDataException("The packet ends too early.");
        }
        Position += count;
        return _packet.Slice(Position - count, count);
    }

    /// <summary>A number of two bytes.</summary>
    public int Number() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    /// <summary>A name written out in full: in the question there is nothing before it that it could refer to.</summary>
    public string Name()
    {
        var start = Position;
        var name = new StringBuilder();
        for (int length = Take(1)[0]; length > 0; length = Take(1)[0])
        {
            if (length > Names.LongestLabel || Position + length - start >= Names.Longest)
            {
                throw new InvalidDataException("The name is too long, or refers to another.");
            }
            name.Append(name.Length == 0 ? "" : ".");
            foreach (var character in Take(length))
            {
                // A dot inside a label is no border between two.
                name.Append(character is > 0x20 and < 0x7f and not ((byte)'.' or (byte)'\\')
                    ? ((char)character).ToString()
                    : string.Create(CultureInfo.InvariantCulture, $"\\{character:000}"));
            }
        }
        return name.ToString();
    }

    /// <summary>Leaves out a name, which may end with a reference to another.</summary>
    public void SkipName()
    {
        int length = Take(1)[0];
        while (length is > 0 and <= Names.LongestLabel)
        {
            Take(length);
            length = Take(1)[0];
        }
        if (length > 0)
        {
            Take(1);
        }
    }
}
