namespace Pulumi.Serialization;

/// <summary>The outputs met inside a value while it is written as JSON.</summary>
internal sealed class NestedOutputs
{
    private readonly Dictionary<object, Task<OutputData<object?>>> _seen = new(ReferenceEqualityComparer.Instance);

    public bool HasPending => _seen.Values.Any(task => !task.IsCompletedSuccessfully);

    public bool SawUnknown => Data.Any(data => !data.IsKnown);

    public bool SawSecret => Data.Any(data => data.IsSecret);

    public IEnumerable<Resource> Resources => Data.SelectMany(data => data.Resources);

    private IEnumerable<OutputData<object?>> Data => _seen.Values.Select(task => task.Result);

    public Task WaitAsync() => Task.WhenAll(_seen.Values);

    /// <summary>The output's value if it is there already.</summary>
    public bool TryGet(object owner, Func<IOutput> output, out object? value)
    {
        if (!_seen.TryGetValue(owner, out var task))
        {
            task = output().GetUntypedDataAsync();
            _seen.Add(owner, task);
        }

        value = task.IsCompletedSuccessfully && task.Result.IsKnown ? task.Result.Value : null;
        return value != null;
    }
}
