using Engine.Display;
using Engine.Plugins;
using Engine.State;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Steps;

/// <summary>Resources a program only looks at: read on every run, in previews too, never changed.</summary>
internal sealed class Reads(Deployment deployment, ProviderResources providers)
{
    public async Task<ReadResourceResponse> ReadAsync(ReadResourceRequest request)
    {
        var urn = Urn.Create(deployment.Stack, deployment.Project, request.Parent, request.Type, request.Name);
        try
        {
            var package = Urn.Package(request.Type);
            var reference = await providers.ReferenceAsync(request.Provider, package, request.Version, request.PluginDownloadURL);
            var provider = await deployment.ProviderAsync(reference);
            var entry = await ReadAsync(request, urn, reference, provider);
            var outputs = PropertyValue.WithoutPartials(entry.Outputs ?? new Struct());
            return new ReadResourceResponse
            {
                Urn = urn,
                Properties = request.AcceptSecrets ? outputs : PropertyValue.WithoutSecrets(outputs)
            };
        }
        catch (Exception error) when (error is ProviderException or UserException)
        {
            var failure = new StepException(urn, [error.Message], operation: true);
            deployment.Fail(failure);
            throw failure;
        }
    }

    private Task<ResourceEntry> ReadAsync(ReadResourceRequest request, string urn, string reference, Provider provider) =>
        deployment.Gate.RunAsync(async () =>
        {
            deployment.Report.Begin(StepKind.Read, urn);
            var old = deployment.Journal.Find(urn);
            var properties = PropertyValue.WithoutOutputs(request.Properties ?? new Struct());
            // What is not made yet, in a preview, cannot be looked at.
            var response = request.Id == Sentinels.Unknown
                ? new ReadResponse { Id = request.Id, Properties = new Struct() }
                : await provider.ReadAsync(urn, request.Id, properties, new Struct(), 0, deployment.Abort);
            if (response.Id.Length == 0)
            {
                throw new ProviderException($"resource '{request.Id}' does not exist");
            }

            var outputs = PropertyValue.WithSecrets(response.Properties, request.AdditionalSecretOutputs);
            // The first read has no times; a later one that finds something else than the state had (inputs of a refresh among it) does.
            var same = old is null || (PropertyValue.AreEqual(old.Inputs, properties) && PropertyValue.AreEqual(old.Outputs, outputs));
            var entry = new ResourceEntry
            {
                Urn = urn,
                Type = request.Type,
                Custom = true,
                External = true,
                Id = response.Id,
                Inputs = properties.Fields.Count > 0 ? properties : null,
                Outputs = outputs,
                Modified = same ? old?.Modified : deployment.Now,
                Parent = request.Parent,
                Dependencies = [.. request.Dependencies.Distinct()],
                Provider = reference,
                AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            };
            deployment.Journal.Visit(old, entry);
            deployment.Report.Done(StepKind.Read, urn);
            return entry;
        });
}
