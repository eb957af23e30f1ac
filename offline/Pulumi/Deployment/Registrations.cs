using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

/// <summary>Takes declared resources to the engine and what it answers back to their outputs.</summary>
internal sealed class Registrations(DeploymentInstance deployment)
{
    private readonly RegistrationRequests _requests = new(deployment);

    /// <summary>Begins the registration; the declaring code goes on meanwhile.</summary>
    public void Start(Resource resource, ResourceArgs args, ResourceOptions options, ResourceKind kind)
        => deployment.Tasks.Add(CompleteAsync(resource, args, options, kind));

    /// <summary>Begins to send a component's outputs, once the component itself is registered.</summary>
    public void StartOutputs(Resource resource, Output<IDictionary<string, object?>> outputs)
        => deployment.Tasks.Add(SendOutputsAsync(resource, outputs));

    private async Task CompleteAsync(Resource resource, ResourceArgs args, ResourceOptions options, ResourceKind kind)
    {
        var areRestKnown = false;
        try
        {
            var answer = await ReadOrRegisterAsync(resource, args, options, kind).ConfigureAwait(false);
            resource.Outputs["urn"].Set(OutputData<object?>.Plain(answer.Urn));
            if (kind.IsCustom)
            {
                resource.Outputs["id"].Set(OutputData<object?>.Plain(answer.Id) with { IsKnown = answer.Id.Length > 0 });
            }

            foreach (var (name, output) in resource.Outputs)
            {
                if (name is not ("urn" or "id") && answer.Properties.Fields.TryGetValue(name, out var value))
                {
                    var data = OutputConverter.Convert(
                        value, output.Type, $"{resource.GetType().FullName}.{name}", warning => Log.Warn(warning, resource));
                    output.Set(data with { Resources = data.Resources.Union(answer.DependenciesOf(name)) });
                }
            }

            areRestKnown = !deployment.IsDryRun && answer.Result == Result.Success;
        }
        catch (Exception exception)
        {
            foreach (var output in resource.Outputs.Values)
            {
                output.Fail(exception);
            }

            throw;
        }
        finally
        {
            // What the engine did not answer: a preview does not know it yet, a real run knows that it is absent.
            foreach (var output in resource.Outputs.Values)
            {
                output.SetDefault(areRestKnown);
            }
        }
    }

    private async Task<RegistrationAnswer> ReadOrRegisterAsync(
        Resource resource, ResourceArgs args, ResourceOptions options, ResourceKind kind)
    {
        if (options.Urn != null)
        {
            return await GetAsync(options.Urn).ConfigureAwait(false);
        }

        if (options.Id != null)
        {
            var id = await options.Id.ToOutput().GetValueAsync(whenUnknown: "").ConfigureAwait(false);
            if (!string.IsNullOrEmpty(id))
            {
                return kind.IsCustom
                    ? await ReadAsync(resource, id, args, options, kind).ConfigureAwait(false)
                    : throw new ArgumentException($"ResourceOptions.Id is only valid for a {nameof(CustomResource)}");
            }
        }

        return await RegisterAsync(resource, args, options, kind).ConfigureAwait(false);
    }

    private async Task<RegistrationAnswer> GetAsync(string urn)
    {
        var response = await deployment.Monitor.InvokeAsync(new ResourceInvokeRequest
        {
            Tok = "pulumi:pulumi:getResource",
            Args = new Struct { Fields = { ["urn"] = Value.ForString(urn) } },
            AcceptResources = true,
        }).ConfigureAwait(false);
        Invocations.ThrowOnFailures("pulumi:pulumi:getResource", response);
        var fields = response.Return.Fields;
        return new RegistrationAnswer(fields["urn"].StringValue, fields["id"].StringValue, fields["state"].StructValue);
    }

    private async Task<RegistrationAnswer> ReadAsync(
        Resource resource, string id, ResourceArgs args, ResourceOptions options, ResourceKind kind)
    {
        var (type, name) = (resource.GetResourceType(), resource.GetResourceName());
        Log.Debug($"Reading resource: id={id}, t={type}, name={name}");
        var request = await _requests.ReadAsync(resource, id, args, options, kind).ConfigureAwait(false);
        Log.Debug($"ReadResource RPC prepared: id={id}, t={type}, name={name}");
        var response = await deployment.Monitor.ReadResourceAsync(resource, request).ConfigureAwait(false);
        return new RegistrationAnswer(response.Urn, id == SpecialValues.Unknown ? "" : id, response.Properties ?? new Struct());
    }

    private async Task<RegistrationAnswer> RegisterAsync(
        Resource resource, ResourceArgs args, ResourceOptions options, ResourceKind kind)
    {
        var what = $"t={resource.GetResourceType()}, name={resource.GetResourceName()}, custom={kind.IsCustom}, remote={kind.IsRemote}";
        Log.Debug($"Registering resource start: {what}");
        Log.Debug($"Preparing resource: {what}");
        var request = await _requests.RegisterAsync(resource, args, options, kind).ConfigureAwait(false);
        Log.Debug($"Prepared resource: {what}");
        Log.Debug($"Registering resource monitor start: {what}");
        var response = await deployment.Monitor.RegisterResourceAsync(resource, request).ConfigureAwait(false);
        Log.Debug($"Registering resource monitor end: {what}");
        return new RegistrationAnswer(response.Urn, response.Id, response.Object ?? new Struct())
        {
            Result = response.Result,
            Dependencies = response.PropertyDependencies
                .ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Urns.ToImmutableArray()),
        };
    }

    private async Task SendOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var values = await outputs.GetValueAsync(ImmutableDictionary<string, object?>.Empty).ConfigureAwait(false);
        var keepResources = await deployment.Features.SupportsAsync(Features.ResourceReferences).ConfigureAwait(false);
        var properties = await PropertySerializer.SerializeArgumentsAsync(values, keepResources).ConfigureAwait(false);
        Log.Debug($"RegisterResourceOutputs RPC prepared: urn={urn}");
        await deployment.Monitor.RegisterResourceOutputsAsync(
            new RegisterResourceOutputsRequest { Urn = urn, Outputs = properties.Object }).ConfigureAwait(false);
    }
}
