using System.Net.Sockets;
using OvhSimulator.Worlds;

namespace OvhSimulator.Dns;

/// <summary>Answers packets from the world's DNS table, as a resolver does that has looked everything up.</summary>
internal sealed class Answerer(Simulation simulation, SimulatorOptions options)
{
    /// <summary>The packet to answer with; null for none.</summary>
    public byte[]? Answer(ReadOnlySpan<byte> packet)
    {
        if (Request.Read(packet) is not { } request)
        {
            return null;
        }
        if (request.Question.Length > 0)
        {
            Record(new DnsQuery(request.Name, TypeName(request.Type), options.TimeProvider.GetUtcNow()));
        }
        return options.Knobs.DnsAnswers switch
        {
            DnsAnswers.Silence => null,
            DnsAnswers.ServerFailure => Response.Write(request, ResponseCode.ServerFailure, []),
            _ => request.Refusal is { } refusal ? Response.Write(request, refusal, []) : LookUp(request),
        };
    }

    private void Record(DnsQuery query)
    {
        simulation.DnsQueries.Add(query);
        try
        {
            options.DnsObserver?.Invoke(query);
        }
        catch (Exception)
        {
            // What a test throws at us is no reason to leave this query and the next unanswered.
        }
    }

    private byte[] LookUp(Request request)
    {
        try
        {
            var trail = simulation.Enter(world => world.Dns.Follow(request.Name));
            return request.Type switch
            {
                RecordType.A => Response.Write(request, Code(trail.Records), Records(trail, AddressFamily.InterNetwork, request.Type)),
                RecordType.AAAA => Response.Write(request, Code(trail.Records), Records(trail, AddressFamily.InterNetworkV6, request.Type)),
                // An alias is there, wherever it leads.
                _ => Response.Write(request, trail.Targets.Count > 0 ? ResponseCode.NoError : Code(trail.Records), []),
            };
        }
        catch (Exception)
        {
            // A state file that cannot be written, for one. The client is not to wait for an answer that never comes.
            return Response.Write(request, ResponseCode.ServerFailure, []);
        }
    }

    private static ResponseCode Code(DnsRecords? records) => records is null ? ResponseCode.NoSuchName : ResponseCode.NoError;

    private static List<Record> Records(Trail trail, AddressFamily family, RecordType type) =>
    [
        .. trail.Targets.Select(target => new Record(RecordType.CNAME, Names.Encode(target))),
        // By what each address is: nothing keeps an IPv6 address from being set as an A.
        .. trail.Addresses.Where(address => address.AddressFamily == family).Select(address => new Record(type, address.GetAddressBytes())),
    ];

    private static string TypeName(RecordType type) => Enum.IsDefined(type) ? type.ToString() : $"TYPE{type:D}";
}
