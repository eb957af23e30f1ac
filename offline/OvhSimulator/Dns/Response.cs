using System.Buffers.Binary;

namespace OvhSimulator.Dns;

/// <summary>The writing of answers.</summary>
internal static class Response
{
    private const int IsResponse = 0x8000;
    private const int IsTruncated = 0x0200;
    private const int RecursionAvailable = 0x0080;
    // Operation, and whether recursion is desired: as asked. No answer is authoritative, as from any resolver.
    private const int Kept = 0x7900;
    private const int Internet = 1;
    private const int Reference = 0xC000;
    private const int RecordHeadLength = 12;

    // What EDNS says in an answer: the root, OPT, 1232 bytes taken, version 0, no options.
    private static readonly byte[] Extension = [0, 0, (byte)RecordType.OPT, 0x04, 0xD0, 0, 0, 0, 0, 0, 0];

    /// <summary>Answers a query; records that are more than the client takes are left out, and the answer says so.</summary>
    public static byte[] Write(Request request, ResponseCode code, IReadOnlyList<Record> records)
    {
        var extension = request.HasExtension ? Extension : [];
        List<byte> packet = [.. new byte[Request.HeadLength], .. request.Question];
        // Names are written once: each record refers to the question's, or to the one that the alias before it leads to.
        int owner = Request.HeadLength, written = 0;
        foreach (var record in records)
        {
            if (packet.Count + RecordHeadLength + record.Data.Length + extension.Length > request.Size)
            {
                break;
            }
            packet.AddRange(RecordHead(owner, record));
            owner = record.Type == RecordType.CNAME ? packet.Count : owner;
            packet.AddRange(record.Data);
            written++;
        }
        packet.AddRange(extension);

        byte[] bytes = [.. packet];
        Number(bytes, 0, request.Id);
        var truncated = written < records.Count ? IsTruncated : 0;
        Number(bytes, 2, IsResponse | (request.Flags & Kept) | RecursionAvailable | (int)code | truncated);
        Number(bytes, 4, request.Question.Length > 0 ? 1 : 0);
        Number(bytes, 6, written);
        Number(bytes, 10, request.HasExtension ? 1 : 0);
        return bytes;
    }

    private static byte[] RecordHead(int owner, Record record)
    {
        // Bytes 6 to 9 are the time to live. Zero: nobody is to keep what the next moment can change.
        var head = new byte[RecordHeadLength];
        Number(head, 0, Reference | owner);
        Number(head, 2, (int)record.Type);
        Number(head, 4, Internet);
        Number(head, 10, record.Data.Length);
        return head;
    }

    private static void Number(byte[] bytes, int position, int value) =>
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(position), (ushort)value);
}
