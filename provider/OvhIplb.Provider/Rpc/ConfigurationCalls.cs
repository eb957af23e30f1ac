using Google.Protobuf.WellKnownTypes;
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
                _values.Read(request.News), package.Declaration.Configuration, failures, ConfigurationValues.IsOfTheEngine);
            package.CheckConfiguration(wellFormed, failures);
        }
        catch (UnsupportedValueException refused)
        {
            failures.Add(refused.Path, refused.Reason);
        }

        return CheckAnswer.From(Marked(request.News), WithoutValues(failures, request.News));
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

    /// <summary>
    /// An engine that is told a property shows its value. So a failure at a credential, or at a key that may be a misspelt one, is
    /// told without the property, and in its words instead.
    /// </summary>
    private CheckFailures WithoutValues(CheckFailures failures, Struct? news)
    {
        HashSet<string> shown = [.. package.Declaration.Configuration.Where(static property => !property.Secret).Select(static property => property.Name)];
        var told = new CheckFailures();
        foreach (Resources.CheckFailure failure in failures.All)
        {
            string root = failure.Path.Split('.', '[')[0];
            bool isShown = shown.Contains(root) || news?.Fields.ContainsKey(root) != true;
            told.Add(
                isShown ? failure.Path : "",
                isShown || failure.Reason.Contains($"'{failure.Path}'", StringComparison.Ordinal) ? failure.Reason : $"{failure.Path}: {failure.Reason}");
        }

        return told;
    }

    /// <summary>
    /// What is answered goes into the state, where a credential is to be a secret also if the user's configuration has it in the
    /// clear. Marked on the wire, so that everything else goes back as it came.
    /// </summary>
    private Struct Marked(Struct? news)
    {
        Struct marked = news?.Clone() ?? new Struct();
        foreach (Property property in package.Declaration.Configuration.Where(static property => property.Secret))
        {
            if (marked.Fields.TryGetValue(property.Name, out Value? value) && value.KindCase == Value.KindOneofCase.StringValue)
            {
                marked.Fields[property.Name] = ValueEncoder.Encode(SecretMarking.Mark(new PropertyBag(ValueDecoder.Decode(
                    new Struct { Fields = { [property.Name] = value } })), [property])).Fields[property.Name];
            }
        }

        return marked;
    }
}
