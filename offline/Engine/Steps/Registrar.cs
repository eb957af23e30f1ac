using System.Collections.Concurrent;
using Engine.Display;
using Engine.Plugins;
using Engine.State;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Steps;

/// <summary>Answers the registrations of a program: finds the resource's past and hands it to whoever works on its kind.</summary>
internal sealed class Registrar
{
    private readonly Deployment _deployment;
    private readonly Aliases _aliases;
    private readonly ProviderResources _providers;
    private readonly CustomResources _custom;
    private readonly ConcurrentDictionary<string, byte> _registered = new(StringComparer.Ordinal);

    public Registrar(Deployment deployment)
    {
        _deployment = deployment;
        _aliases = new Aliases(deployment.Stack, deployment.Project);
        _providers = new ProviderResources(deployment);
        _custom = new CustomResources(deployment, _providers);
    }

    /// <summary>The providers the engine makes itself, shared with reads and invokes.</summary>
    public ProviderResources Providers => _providers;

    /// <exception cref="StepException">The resource failed; it has been reported.</exception>
    /// <exception cref="StoppedException">Nothing new begins any more.</exception>
    public async Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request)
    {
        var urn = Urn.Create(_deployment.Stack, _deployment.Project, request.Parent, request.Type, request.Name);
        try
        {
            return await RegisterAsync(request, urn);
        }
        catch (ProviderException error)
        {
            var failure = new StepException(urn, [error.Message], operation: true);
            _deployment.Fail(failure);
            throw failure;
        }
        catch (UserException error)
        {
            var failure = new StepException(urn, [error.Message], operation: false);
            _deployment.Fail(failure);
            throw failure;
        }
        catch (StepException failure)
        {
            _deployment.Fail(failure);
            throw;
        }
    }

    /// <summary>Takes the outputs of a component or of the stack.</summary>
    public void RegisterOutputs(RegisterResourceOutputsRequest request)
    {
        var outputs = PropertyValue.WithoutOutputs(request.Outputs ?? new Struct());
        var entry = _deployment.Journal.FindVisited(request.Urn)
            ?? throw new StepException(request.Urn, [$"outputs were registered for {request.Urn}, which was not"], operation: false);
        if (request.Urn == _deployment.StackUrn)
        {
            _deployment.StackOutputs = outputs;
        }

        _deployment.Journal.Change(entry, entry with { Outputs = outputs }, save: !PropertyValue.AreEqual(entry.Outputs, outputs));
    }

    private async Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request, string urn)
    {
        if (!_registered.TryAdd(urn, 0))
        {
            throw new StepException(urn, [$"Duplicate resource URN '{urn}'; try giving it a unique name"], operation: false);
        }

        if (request.Remote)
        {
            throw new StepException(
                urn,
                [$"{request.Type} is a remote component: the embedded engine does not construct remote components"],
                operation: false);
        }

        if (request.Dependencies.Append(request.Parent).Any(_deployment.Failed.ContainsKey))
        {
            if (request.Custom && !Urn.IsProviderType(request.Type))
            {
                await _custom.CheckSkippedAsync(new Goal(request, urn), _deployment.Journal.Find(urn));
            }

            _deployment.Failed[urn] = 0;
            return new RegisterResourceResponse { Urn = urn, Object = new Struct(), Result = Result.Skip };
        }

        var goal = new Goal(request, urn);
        var old = _aliases.Of(request, urn).Prepend(urn).Select(_deployment.Journal.Find).FirstOrDefault(entry => entry is not null);
        if (Urn.IsProviderType(request.Type))
        {
            return Answer(request, await _providers.RegisterAsync(goal, old));
        }

        return request.Custom
            ? Answer(request, await _custom.RegisterAsync(goal, old))
            : Component(goal, old);
    }

    private RegisterResourceResponse Component(Goal goal, ResourceEntry? old)
    {
        var now = _deployment.Now;
        var entry = goal.Entry("", goal.Inputs.Fields.Count > 0 ? goal.Inputs : null) with
        {
            Outputs = old?.Outputs,
            Rest = old?.Rest,
            Created = old?.Created ?? now,
            Modified = old?.Modified ?? now,
        };
        var kind = old is null ? StepKind.Create : PropertyValue.AreEqual(old.Inputs, entry.Inputs) ? StepKind.Same : StepKind.Update;
        if (kind == StepKind.Update)
        {
            entry = entry with { Modified = now };
        }

        if (kind != StepKind.Same)
        {
            _deployment.Report.Begin(kind, goal.Urn, old is null ? null : [.. Changes.Compare(old.Inputs, entry.Inputs)], entry.Inputs);
        }

        _deployment.Journal.Visit(old, entry, changed: kind != StepKind.Same);
        if (goal.Urn == _deployment.StackUrn)
        {
            // The stack is done when the run is.
            _deployment.StackStep = kind;
            _deployment.Report.Count(kind);
        }
        else
        {
            _deployment.Report.Done(kind, goal.Urn);
        }

        return new RegisterResourceResponse { Urn = goal.Urn, Object = new Struct() };
    }

    private static RegisterResourceResponse Answer(RegisterResourceRequest request, ResourceEntry entry)
    {
        var outputs = entry.Outputs ?? new Struct();
        outputs = request.SupportsPartialValues ? outputs : PropertyValue.WithoutPartials(outputs);
        outputs = request.AcceptSecrets ? outputs : PropertyValue.WithoutSecrets(outputs);
        outputs = request.AcceptResources ? outputs : PropertyValue.WithoutReferences(outputs);
        return new RegisterResourceResponse { Urn = entry.Urn, Id = entry.Id, Object = outputs };
    }
}
