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

    private readonly ConcurrentDictionary<string, bool> _known = new();

    public async Task<bool> SupportsAsync(string feature)
    {
        if (!_known.TryGetValue(feature, out var supported))
        {
            supported = await monitor.SupportsFeatureAsync(feature).ConfigureAwait(false);
            _known[feature] = supported;
        }

        return supported;
    }

    public async Task RequireAsync(string feature, string option)
    {
        if (!await SupportsAsync(feature).ConfigureAwait(false))
        {
            throw new InvalidOperationException(
                $"The Pulumi CLI does not support the {option} option. Please update the Pulumi CLI.");
        }
    }
}
