using OvhSimulator.Control;

namespace OpenApi;

/// <summary>What a simulator is observed by in tests: it keeps each departure from OVH's schemas.</summary>
public sealed class Inspection
{
    private static readonly Lazy<Calls?> Declared = new(static () => OvhDocuments.AreThere ? new Calls(OvhDocuments.Load()) : null);

    private readonly Lock _lock = new();

    private readonly List<string> _violations = [];

    /// <summary>For <c>SimulatorOptions.Observer</c>. Where OVH's schemas are not beside the repository it keeps nothing.</summary>
    public void Observe(AnsweredCall call)
    {
        if (Declared.Value is { } calls)
        {
            lock (_lock)
            {
                _violations.AddRange(calls.Violations(call));
            }
        }
    }

    /// <summary>Fails where a call or an answer has departed from the schemas so far.</summary>
    /// <exception cref="InvalidOperationException">One has.</exception>
    public void Require()
    {
        lock (_lock)
        {
            if (_violations.Count > 0)
            {
                throw new InvalidOperationException("OVH's schemas say otherwise:\n" + string.Join('\n', _violations.Distinct()));
            }
        }
    }
}
