using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;
using CertificateProperties = OvhIplb.Provider.Certificates.Properties;

namespace OvhIplb.Provider.CustomCertificates;

/// <summary>A certificate of the user's own.</summary>
/// <param name="sessions">Where the session is found.</param>
/// <param name="time">By which certificates expire.</param>
internal sealed class Resource(SessionHolder sessions, TimeProvider time) : IResource
{
    public ResourceDeclaration Declaration => Properties.Declaration;

    public void Check(CheckContext context)
    {
        Material.Check(context, time.GetUtcNow());
        Claim.Declare(context, sessions.Claims);
    }

    public PropertyBag Identity(string id) => CertificateId.TryParse(id, out CertificateId? parsed)
        ? PropertyBag.Empty.With(Properties.ServiceName, parsed.ServiceName)
        : PropertyBag.Empty;

    public Task<IEnumerable<PropertyDifference>> DiffAsync(DiffContext context, CancellationToken cancellationToken)
    {
        sessions.Claims.Compared(context.Id, context.Urn, context.State);
        return Task.FromResult(Differences(context));
    }

    private static IEnumerable<PropertyDifference> Differences(DiffContext context)
    {
        if (context.State.TryGet(Properties.Phase, out string? phase) && phase != Phases.Live)
        {
            yield return new PropertyDifference(CertificateProperties.AutoRefresh.Name);
        }

        string now = Bundle.FingerprintOf(context.Inputs);
        string before = Bundle.FingerprintOf(context.OldInputs);
        foreach (PropertyDifference difference in ChainDifference.Of(context.OldInputs, context.Inputs))
        {
            bool makesRoom = now.Length > 0 && now == before;
            if (makesRoom && Deleting.MayNotMakeRoom(context.OldInputs, context.State))
            {
                context.Log.Warning("the certificate was there before this resource, so `pulumi up` will refuse to delete it for another chain. Set `onDelete` to "
                    + "`delete` in an update of its own first, or leave its chain alone.");
            }

            yield return difference with { Replace = true, DeleteFirst = makesRoom, FromInputs = true };
        }

        if (now.Length > 0 && now != before && context.State.TryGet(CertificateProperties.Fingerprint, out string? present) && now != present)
        {
            // Also of what was imported, whose certificate the inputs lack, or whose key.
            yield return new PropertyDifference(Properties.Certificate.Name, Replace: true, FromInputs: true);
        }
    }

    public async Task<ResourceState> CreateAsync(CreateContext context, CancellationToken cancellationToken)
    {
        if (context.Preview)
        {
            var previewing = new Previewing(sessions.Current, id => sessions.Claims.OriginOf(id.ToString(), context.Urn), context.Log);
            return new ResourceState("", await previewing.CreateAsync(context.Inputs, cancellationToken).ConfigureAwait(false));
        }

        Session session = sessions.Required;
        using Deadline deadline = Deadline.In(context.Timeout, Durations.OfUpload, session.Time, cancellationToken);
        sessions.Claims.Made(Claim.Kind, Claim.Of(context.Inputs)!.Object, context.Urn);
        var uploading = new Uploading(session, context.Inputs, context.Log, deadline);
        ResourceState created = await deadline.WithinAsync(
            $"the upload of a certificate to {context.Inputs.Get(Properties.ServiceName)}",
            () => uploading.UploadAsync(id => sessions.Claims.OriginOf(id.ToString(), context.Urn))).ConfigureAwait(false);
        sessions.Claims.Lasts(created.Id, context.Urn, created.State);
        return created;
    }

    public Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellationToken)
    {
        CertificateId id = CertificateId.Parse(context.Id);
        if (context.IsImport)
        {
            sessions.Claims.Lasts(context.Id, context.Urn, context.State);
        }

        Session session = sessions.Required;
        return session.ReadAsync(context, cancellation => new Reading(session, id).ReadAsync(context, cancellation), cancellationToken);
    }

    public async Task<ResourceState> UpdateAsync(UpdateContext context, CancellationToken cancellationToken)
    {
        PropertyBag outputs = PropertyBag.Empty.WithFrom(context.State, Properties.Declaration.Outputs);
        if (context.Preview)
        {
            return new ResourceState(
                context.Id, outputs.WithFrom(context.Inputs, Properties.Declaration.Inputs).With(Properties.Phase, Phases.Live));
        }

        Session session = sessions.Required;
        CertificateId id = CertificateId.Parse(context.Id);
        using Deadline deadline = Deadline.In(context.Timeout, Durations.OfUpload, session.Time, cancellationToken);
        string? name = context.Inputs.Get(Properties.DisplayName);
        if (name is null ? context.OldInputs.Has(Properties.DisplayName) : name != context.State.Get(Properties.DisplayName))
        {
            await deadline.WithinAsync(
                $"the renaming of certificate {id.Number} of {id.ServiceName}",
                () => session.Client.Certificates.RenameAsync(id.ServiceName, id.Number, name, deadline.Token)).ConfigureAwait(false);
        }

        var settled = new ResourceState(context.Id, outputs.WithFrom(context.Inputs, Properties.Declaration.Inputs));
        string origin = context.State.Get(Origin.Property) ?? Origin.Created;
        return context.State.Get(Properties.Phase) == Phases.Live
            ? settled
            : await new Progress(session, id, context.Inputs, origin, context.Log, deadline).MakeLiveAsync(outputs, isOurs: true).ConfigureAwait(false);
    }

    public async Task DeleteAsync(DeleteContext context, CancellationToken cancellationToken)
    {
        CertificateId id = CertificateId.Parse(context.Id);
        Claim claim = Claim.Of(context.OldInputs, context.State);
        if (sessions.Claims.HolderAfter(Claim.Kind, claim.Object, claim.Id, context.Urn) is { } holder)
        {
            Deletion.Leave(
                context,
                sessions.Claims,
                context.Id,
                holder,
                $"certificate {id.Number} of {id.ServiceName}",
                $"`{CertificateProperties.OnDelete.Name}` is `{CertificateProperties.Delete}`");
            return;
        }

        bool isReplaced = sessions.Claims.IsDeclaredOtherwise(Claim.Kind, claim.Object, claim.Id, context.Urn);
        bool isWanted = Deletion.IsWanted(context, CertificateProperties.OnDelete, CertificateProperties.Delete);
        if (isReplaced && Deleting.MayNotMakeRoom(context.OldInputs, context.State))
        {
            throw new OperationException(
                $"certificate {id.Number} of {id.ServiceName} was there before this resource, with a chain of its own, and can only be uploaded with another once it is "
                + "deleted. It is as it was. Set `onDelete` to `delete` in an update of its own first, or leave its chain alone.");
        }

        if (!isReplaced && !isWanted)
        {
            context.Log.Info($"certificate {id.Number} stays on {id.ServiceName}, as "
                + $"{Deletion.WhyRetained(context, CertificateProperties.OnDelete, CertificateProperties.Delete)}.");
            return;
        }

        Session session = sessions.Required;
        // A delete takes a moment, the refresh after it may take as long as any.
        using Deadline deadline = Deadline.In(context.Timeout, Durations.OfRefresh, session.Time, cancellationToken);
        var deleting = new Deleting(session, id, isReplaced, context, deadline);
        await deadline.WithinAsync($"the removal of certificate {id.Number} from {id.ServiceName}", deleting.DeleteAsync).ConfigureAwait(false);
    }
}
