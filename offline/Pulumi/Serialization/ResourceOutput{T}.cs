using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <inheritdoc cref="IResourceOutput"/>
internal sealed class ResourceOutput<T> : IResourceOutput
{
    private readonly ImmutableHashSet<Resource> _resources;
    private readonly TaskCompletionSource<OutputData<T>> _data = new();

    public ResourceOutput(Resource resource)
    {
        _resources = [resource];
        Output = Output<T>.OfResource(_data.Task);
    }

    public Type Type => typeof(T);

    public Output<T> Output { get; }

    IOutput IResourceOutput.Output => Output;

    public void Set(OutputData<object?> data) => _data.SetResult(new OutputData<T>(
        _resources.Union(data.Resources), data.Value == null ? default! : (T)data.Value, data.IsKnown, data.IsSecret));

    public void SetDefault(bool isKnown)
        => _data.TrySetResult(new OutputData<T>(_resources, default!, isKnown, IsSecret: false));

    public void Fail(Exception exception) => _data.TrySetException(exception);
}
