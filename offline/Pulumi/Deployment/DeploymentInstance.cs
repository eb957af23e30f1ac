using Pulumi.Monitor;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>A running program: where it runs, and the functions it can call.</summary>
public sealed class DeploymentInstance
{
    private readonly Invocations _invocations;
    private Stack? _stack;

    private DeploymentInstance(DeploymentSettings settings, IMonitor monitor, IEngine engine)
    {
        Settings = settings;
        Monitor = monitor;
        Features = new Features(monitor);
        Logger = new Logger(engine, Tasks);
        Registrations = new Registrations(this);
        _invocations = new Invocations(this);
    }

    /// <summary>Whether this is a preview.</summary>
    public bool IsDryRun => Settings.IsDryRun;

    /// <summary>The organization the stack belongs to.</summary>
    public string OrganizationName => Settings.OrganizationName;

    /// <summary>The project's name.</summary>
    public string ProjectName => Settings.ProjectName;

    /// <summary>The stack's name.</summary>
    public string StackName => Settings.StackName;

    /// <summary>The folder of the project.</summary>
    /// <exception cref="InvalidOperationException">The engine, or <see cref="TestOptions"/>, does not say it.</exception>
    public string RootDirectory => Settings.RootDirectory ?? throw new InvalidOperationException(
        "The Pulumi CLI does not support the root directory. Please update the Pulumi CLI.");

    internal DeploymentSettings Settings { get; }

    internal IMonitor Monitor { get; }

    internal Features Features { get; }

    internal Logger Logger { get; }

    internal PendingTasks Tasks { get; } = new();

    internal Registrations Registrations { get; }

    internal Stack Stack
    {
        get => _stack ?? throw new InvalidOperationException("Trying to acquire Deployment.Stack before 'Run' was called.");
        set => _stack = value;
    }

    /// <summary>Calls a function; the result depends on what the arguments depend on.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => _invocations.Invoke<T>(token, args, options, package: null);

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options)
        => _invocations.Invoke<T>(token, args, options, package: null);

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
        => _invocations.Invoke<T>(token, args, options, registerPackageRequest);

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions)"/>
    public Output<T> Invoke<T>(
        string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest)
        => _invocations.Invoke<T>(token, args, options, registerPackageRequest);

    /// <summary>Calls a function that answers an object with a single value.</summary>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => _invocations.InvokeSingle<T>(token, args, options, package: null);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options)
        => _invocations.InvokeSingle<T>(token, args, options, package: null);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions)"/>
    public Output<T> InvokeSingle<T>(
        string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
        => _invocations.InvokeSingle<T>(token, args, options, registerPackageRequest);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions)"/>
    public Output<T> InvokeSingle<T>(
        string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest)
        => _invocations.InvokeSingle<T>(token, args, options, registerPackageRequest);

    /// <summary>Calls a function now. The result's secretness is lost.</summary>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => _invocations.InvokeAsync<T>(token, args, options, package: null);

    /// <inheritdoc cref="InvokeAsync{T}(string, InvokeArgs, InvokeOptions)"/>
    public Task<T> InvokeAsync<T>(
        string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
        => _invocations.InvokeAsync<T>(token, args, options, registerPackageRequest);

    /// <summary>Calls a function now and leaves its result.</summary>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null)
        => _invocations.InvokeRawAsync(token, args, options, package: null);

    /// <inheritdoc cref="InvokeAsync(string, InvokeArgs, InvokeOptions)"/>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
        => _invocations.InvokeRawAsync(token, args, options, registerPackageRequest);

    /// <summary>Calls a function that answers an object with a single value, now.</summary>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => _invocations.InvokeSingleAsync<T>(token, args, options, package: null);

    /// <inheritdoc cref="InvokeSingleAsync{T}(string, InvokeArgs, InvokeOptions)"/>
    public Task<T> InvokeSingleAsync<T>(
        string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
        => _invocations.InvokeSingleAsync<T>(token, args, options, registerPackageRequest);

    internal static DeploymentInstance FromEnvironment()
    {
        var settings = DeploymentSettings.FromEnvironment(Environment.GetEnvironmentVariable);
        return new DeploymentInstance(settings, new GrpcMonitor(settings.MonitorAddress), new GrpcEngine(settings.EngineAddress));
    }

    internal static DeploymentInstance ForTest(IEngine engine, IMonitor monitor, TestOptions? options)
        => new(DeploymentSettings.ForTest(options, Environment.GetEnvironmentVariable), monitor, engine);
}
