namespace Engine.Programs.PulumiYaml;

/// <summary>The names of a running program. Each is worked out once, when it is first wanted, and everybody waits for the same.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Lazy<Task<Registered>>> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lazy<Task<Evaluated>>> _values = new(StringComparer.Ordinal);

    public void Declare(string name, Func<Task<Registered>> register)
        => _resources[name] = new Lazy<Task<Registered>>(() => StartAsync(register));

    public void Declare(string name, Func<Task<Evaluated>> evaluate)
        => _values[name] = new Lazy<Task<Evaluated>>(() => StartAsync(evaluate));

    public bool IsResource(string name) => _resources.ContainsKey(name);

    public Task<Registered> ResourceAsync(string name) => _resources[name].Value;

    public Task<Evaluated> ValueAsync(string name) => _values[name].Value;

    /// <summary>Works everything out, as much as possible at once, and answers what is wrong.</summary>
    public async Task<IReadOnlyList<Exception>> AllAsync()
    {
        Task[] all = [.. _resources.Values.Select(static resource => resource.Value), .. _values.Values
            .Select(static value => value.Value)];
        await Task.WhenAll(all).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return [.. all.SelectMany(static task => task.Exception?.InnerExceptions ?? (IEnumerable<Exception>)[]).Distinct()];
    }

    // What is wrong at once is wrong for all who wait.
    private static async Task<T> StartAsync<T>(Func<Task<T>> work) => await work();
}
