using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>
/// Runs a program: <c>return await Deployment.RunAsync(() => { … });</c>. Resources can be declared only inside.
/// </summary>
public sealed class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> Running = new();

    private Deployment()
    {
    }

    /// <summary>The run the calling code belongs to.</summary>
    /// <exception cref="InvalidOperationException">The calling code is not inside a run.</exception>
    public static DeploymentInstance Instance
        => Running.Value ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal static DeploymentInstance? Current => Running.Value;

    /// <inheritdoc cref="RunAsync(Func{Task{IDictionary{string, object}}}, StackOptions)"/>
    public static Task<int> RunAsync(Action action) => RunAsync(() =>
    {
        action();
        return Task.FromResult(NoOutputs);
    });

    /// <inheritdoc cref="RunAsync(Func{Task{IDictionary{string, object}}}, StackOptions)"/>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RunAsync(() => Task.FromResult(func()));

    /// <inheritdoc cref="RunAsync(Func{Task{IDictionary{string, object}}}, StackOptions)"/>
    public static Task<int> RunAsync(Func<Task> func) => RunAsync(async () =>
    {
        await func().ConfigureAwait(false);
        return NoOutputs;
    });

    /// <summary>Runs a program that declares its resources in a function and returns the stack's outputs.</summary>
    /// <returns>The process's exit code: 0, 1, or 32 if the engine has been told what went wrong.</returns>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null)
        => RunAsync(DeploymentInstance.FromEnvironment, runner => runner.RunAsync(func, options));

    /// <summary>Runs a program that declares its resources in the constructor of its stack.</summary>
    /// <returns>The process's exit code: 0, 1, or 32 if the engine has been told what went wrong.</returns>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new()
        => RunAsync(DeploymentInstance.FromEnvironment, runner => runner.RunAsync(Create<TStack>));

    /// <summary>Runs a program whose stack a service provider makes.</summary>
    /// <returns>The process's exit code: 0, 1, or 32 if the engine has been told what went wrong.</returns>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
        => RunAsync(DeploymentInstance.FromEnvironment, runner => runner.RunAsync(Resolve<TStack>(serviceProvider)));

    /// <summary>Declares the resources of a function against mocks.</summary>
    /// <returns>The resources declared, the stack left out.</returns>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
        => TestAsync(testMocks, testOptions, () =>
        {
            createResources();
            return Task.CompletedTask;
        });

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Action)"/>
    public static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        var (resources, _) = await TestAsync(testMocks, testOptions, async () =>
        {
            await createResources().ConfigureAwait(false);
            return NoOutputs;
        }).ConfigureAwait(false);
        return resources;
    }

    /// <summary>Declares the resources of a function against mocks.</summary>
    /// <returns>The resources declared, the stack left out, and what the function returned.</returns>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources)
        => TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{IDictionary{string, object}})"/>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        var outputs = NoOutputs;
        var resources = await TestAsync(testMocks, testOptions, runner => runner.RunAsync(DeclareAsync, options: null))
            .ConfigureAwait(false);
        return (resources.RemoveAll(resource => resource is Stack), outputs);

        // The outputs are the caller's; the mocks are told of none.
        async Task<IDictionary<string, object?>> DeclareAsync()
        {
            outputs = await createResources().ConfigureAwait(false);
            return NoOutputs;
        }
    }

    /// <summary>Declares the resources of a stack against mocks.</summary>
    /// <returns>The resources declared, the stack first.</returns>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new()
        => TestAsync(mocks, options, runner => runner.RunAsync(Create<TStack>));

    /// <summary>Declares the resources of a stack, which a service provider makes, against mocks.</summary>
    /// <returns>The resources declared, the stack first.</returns>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack
        => TestAsync(mocks, options, runner => runner.RunAsync(Resolve<TStack>(serviceProvider)));

    private static IDictionary<string, object?> NoOutputs => ImmutableDictionary<string, object?>.Empty;

    private static async Task<ImmutableArray<Resource>> TestAsync(IMocks mocks, TestOptions? options, Func<Runner, Task<int>> run)
    {
        var engine = new MockEngine();
        var monitor = new MockMonitor(mocks);
        await RunAsync(() => DeploymentInstance.ForTest(engine, monitor, options), run).ConfigureAwait(false);
        return engine.Errors switch
        {
            [] => monitor.Resources,
            [var only] => throw new RunException(only),
            var several => throw new AggregateException(several.Select(error => new RunException(error))),
        };
    }

    // Async, so that the run is the current one inside only: an async method's AsyncLocal changes end with it.
    private static async Task<int> RunAsync(Func<DeploymentInstance> begin, Func<Runner, Task<int>> run)
    {
        if (Running.Value != null)
        {
            throw new InvalidOperationException("Deployment.Instance should only be set once at the beginning of a 'Run' call.");
        }

        var instance = begin();
        Running.Value = instance;
        return await run(new Runner(instance)).ConfigureAwait(false);
    }

    private static TStack Create<TStack>()
        where TStack : Stack, new()
        => (TStack)Activator.CreateInstance(
            typeof(TStack), System.Reflection.BindingFlags.DoNotWrapExceptions | System.Reflection.BindingFlags.Public
                | System.Reflection.BindingFlags.Instance, null, null, null)!;

    // No provider at all is the caller's mistake; only what happens inside the run is reported as its failure.
    private static Func<TStack> Resolve<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return () => serviceProvider.GetService(typeof(TStack)) as TStack ?? throw new InvalidOperationException(
            $"The service provider does not know {typeof(TStack).FullName}; register the stack with it before calling RunAsync.");
    }

    /// <summary>A function refused its arguments. Here, as its name is what the user sees first of it.</summary>
    internal sealed class InvokeException(string message) : Exception(message);
}
