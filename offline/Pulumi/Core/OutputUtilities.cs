using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Looks behind outputs. Made for tests and tools; programs use <c>Apply</c>.</summary>
public static class OutputUtilities
{
    /// <summary>An unknown output, as a preview has them.</summary>
    public static Output<T> CreateUnknown<T>(T value)
        => new(Task.FromResult(OutputData<T>.Plain(value) with { IsKnown = false }));

    /// <summary>An unknown output, as a preview has them. The factory is not called: nothing asks for an unknown value.</summary>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory) => CreateUnknown<T>(default(T)!);

    /// <summary>Whether the value is known.</summary>
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.Data.ConfigureAwait(false)).IsKnown;

    /// <summary>The value, even where it is secret; the type's default while it is unknown.</summary>
    public static Task<T> GetValueAsync<T>(Output<T> output) => output.GetValueAsync(whenUnknown: default!);

    /// <summary>The resources the value came from.</summary>
    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output)
        => (await output.Data.ConfigureAwait(false)).Resources;

    /// <summary>The same output, coming from one more resource.</summary>
    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(resource);
        return output.With(data => data with { Resources = data.Resources.Add(resource) });
    }
}
