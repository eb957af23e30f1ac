using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;
using OvhIplb.Provider.Values;
using Pulumirpc;

namespace OvhIplb.Provider.Rpc;

/// <summary>The calls about the provider itself.</summary>
internal sealed class ConfigurationCalls(IPackage package)
{
    private readonly ConfigurationValues _values = new(package.Declaration);

    public CheckResponse Check(CheckRequest request)
    {
        var failures = new CheckFailures();
        try
        {
            var wellFormed = DeclaredCheck.Run(
                _values.Read(request.News), package.Declaration.Configuration, failures, isTolerated: ConfigurationValues.IsOfTheEngine);
            package.CheckConfiguration(wellFormed, failures);
        }
        catch (UnsupportedValueException refused)
        {
            failures.Add(refused.Path, refused.Reason);
        }

        return CheckAnswer.From(request.News, failures, package.Declaration.Configuration);
    }

    public DiffResponse Diff(DiffRequest request)
    {
        try
        {
            var old = _values.Read(request.OldInputs ?? request.Olds);
            var @new = _values.Read(request.News);
            var declared = DeclaredDiff.Run(
                package.Declaration.Configuration, old, @new, PropertyBag.Empty, new(request.IgnoreChanges));
            return DiffAnswer.From(declared.Concat(package.DiffConfiguration(old, @new)));
        }
        catch (UnsupportedValueException refused)
        {
            return DiffAnswer.From(refused);
        }
    }

    public async Task<ConfigureResponse> ConfigureAsync(ConfigureRequest request, CancellationToken cancellationToken)
    {
        // A refresh or destroy configures from the state without asking CheckConfig first. Keys that only another version
        // of the plugin knows must then not stand in the way.
        var failures = new CheckFailures();
        var wellFormed = DeclaredCheck.Run(
            _values.Read(request), package.Declaration.Configuration, failures, isTolerated: static _ => true);
        if (failures.All.Count > 0)
        {
            throw new InputException(failures.All);
        }

        await package.ConfigureAsync(wellFormed, cancellationToken);
        return new() { AcceptSecrets = true, AcceptResources = true, SupportsPreview = true };
    }
}
