namespace OvhSimulator.Dns;

/// <summary>Every query received since the start, in order. Not kept in the state file.</summary>
internal sealed class QueryLog
{
    private readonly Lock _gate = new();
    private readonly List<DnsQuery> _queries = [];

    public IReadOnlyList<DnsQuery> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _queries];
            }
        }
    }

    public void Add(DnsQuery query)
    {
        lock (_gate)
        {
            _queries.Add(query);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _queries.Clear();
        }
    }
}
