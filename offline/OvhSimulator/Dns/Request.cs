namespace OvhSimulator.Dns;

/// <summary>A query as it arrived: what its answer is made from.</summary>
internal sealed class Request
{
    /// <summary>Bytes of the head of a packet.</summary>
    public const int HeadLength = 12;

    private const int IsResponse = 0x8000;
    private const int Operation = 0x7800;
    private const int Internet = 1;
    private const int SmallestSize = 512;
    // What a datagram of IPv4 has room for.
    private const int LargestSize = 65507;

    private Request(int id, int flags) => (Id, Flags) = (id, flags);

    public int Id { get; }

    /// <summary>The second field of the packet's head.</summary>
    public int Flags { get; }

    /// <summary>The question in the bytes it was sent in; empty where it cannot be read.</summary>
    public byte[] Question { get; private set; } = [];

    /// <summary>The name asked for, in lower case.</summary>
    public string Name { get; private set; } = "";

    public RecordType Type { get; private set; }

    /// <summary>The longest answer the client takes, in bytes.</summary>
    public int Size { get; private set; } = SmallestSize;

    /// <summary>Whether the client speaks EDNS.</summary>
    public bool HasExtension { get; private set; }

    /// <summary>Why the query is answered without a look at the table; null where it is not.</summary>
    public ResponseCode? Refusal { get; private set; }

    /// <summary>Reads a packet; null where it is no query, and answering it could go on for ever.</summary>
    public static Request? Read(ReadOnlySpan<byte> packet)
    {
        if (packet.Length < HeadLength)
        {
            return null;
        }
        var reader = new PacketReader(packet);
        var request = new Request(reader.Number(), reader.Number());
        if ((request.Flags & IsResponse) != 0)
        {
            return null;
        }
        try
        {
            request.Refusal = (request.Flags & Operation) == 0 ? request.ReadBody(packet, ref reader) : ResponseCode.NotImplemented;
        }
        catch (InvalidDataException)
        {
            request.Refusal = ResponseCode.FormatError;
        }
        return request;
    }

    private ResponseCode? ReadBody(ReadOnlySpan<byte> packet, ref PacketReader reader)
    {
        int questions = reader.Number(), records = reader.Number() + reader.Number() + reader.Number();
        if (questions != 1)
        {
            return ResponseCode.FormatError;
        }
        Name = Names.Normal(reader.Name());
        Type = (RecordType)reader.Number();
        var isInternet = reader.Number() == Internet;
        Question = packet[HeadLength..reader.Position].ToArray();
        for (; records > 0; records--)
        {
            ReadRecord(ref reader);
        }
        return isInternet ? null : ResponseCode.Refused;
    }

    private void ReadRecord(ref PacketReader reader)
    {
        reader.SkipName();
        var type = (RecordType)reader.Number();
        // Where other records have their class, that of EDNS has the size.
        var size = reader.Number();
        reader.Take(sizeof(int));
        reader.Take(reader.Number());
        if (type == RecordType.OPT)
        {
            HasExtension = true;
            Size = Math.Clamp(size, SmallestSize, LargestSize);
        }
    }
}
