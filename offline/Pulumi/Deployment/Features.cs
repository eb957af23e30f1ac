using System.Collections.Concurrent;
using Pulumi.Monitor;

namespace Pulumi;

/// <summary>What the engine can do, asked when it matters and then remembered.</summary>
internal sealed class Features(IMonitor monitor)
{
    public const string AliasSpecs = "aliasSpecs";
    public const string DeletedWith = "deletedWith";
    public const string OutputValues = "outputValues";
    public const string Parameterization = "parameterization";
    public const string ReplaceWith = "replaceWith";
    public const string ReplacementTrigger = "replacementTrigger";
    public const string ResourceReferences = "resourceReferences";

    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _known = new();

    /// <summary>Whether the engine has the feature; resources registered at the same time ask together.</summary>
    public Task<bool> SupportsAsync(string feature) =>
        _known.GetOrAdd(feature, id => new Lazy<Task<bool>>(() => monitor.SupportsFeatureAsync(id))).Value;

    public async Task RequireAsync(string feature, string option)
    {
        if (!await SupportsAsync(feature).ConfigureAwait(false))
        {
            throw new InvalidOperationException(
                $"The Pulumi CLI does not support the {option} option. Please update the Pulumi CLI.");
        }
    }
}
