using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;
using Pulumirpc;

namespace OvhIplb.Provider.Framework.Rpc;

/// <summary>The calls about the provider itself.</summary>
internal sealed class ConfigurationCalls(IPackage package)
{
    private readonly ConfigurationValues _values = new(package.Declaration);

    public CheckResponse Check(CheckRequest request)
    {
        var failures = new CheckFailures();
        try
        {
            var given = _values.Read(request.News);
            var ofTheProject = NamesOfTheProject(request.Urn, given);
            var wellFormed = DeclaredCheck.Run(
                given,
                package.Declaration.Configuration,
                failures,
                isTolerated: name => ConfigurationValues.IsOfTheEngine(name) || ofTheProject.Contains(name));
            if (ofTheProject.Count > 0)
            {
                failures.Add("", NameIsTaken(ofTheProject));
            }

            package.CheckConfiguration(wellFormed, failures);
        }
        catch (UnsupportedValueException refused)
        {
            failures.Add(refused.Path, refused.Reason);
        }

        return CheckAnswer.From(request.News, failures, package.Declaration.Configuration);
    }

    /// <summary>
    /// What the provider is given of the program's own settings, because the project is called as the package is. The names that look like
    /// slips of the provider's are not among them.
    /// </summary>
    private List<string> NamesOfTheProject(string urn, PropertyBag given)
    {
        var known = package.Declaration.Configuration.Select(static property => property.Name).ToList();
        return UrnText.Project(urn) != package.Declaration.Name
            ? []
            : [.. given.Value.Members.Keys.Where(name => !known.Contains(name)
                && !name.StartsWith("__", StringComparison.Ordinal)
                && !ConfigurationValues.IsOfTheEngine(name)
                && NearestName.Of(name, known) is null)];
    }

    private string NameIsTaken(List<string> names)
    {
        var name = package.Declaration.Name;
        return $"the project is called '{name}', as this package is, so the project's own settings are taken for settings of the provider: "
            + $"{string.Join(", ", names)}. Call the project something else in Pulumi.yaml, and begin its settings with that name instead "
            + $"of '{name}:'";
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
