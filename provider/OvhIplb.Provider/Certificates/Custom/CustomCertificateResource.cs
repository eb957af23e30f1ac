using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>A certificate of the user's own.</summary>
/// <param name="sessions">Where the session is found.</param>
/// <param name="time">By which certificates expire.</param>
internal sealed class CustomCertificateResource(SessionHolder sessions, TimeProvider time) : IResource
{
    public ResourceDeclaration Declaration => CustomCertificateSchema.Declaration;

    public void Check(CheckContext context)
    {
        CustomCertificateMaterial.Check(context, time.GetUtcNow());
        CustomCertificateClaim.Declare(context, sessions.Claims);
    }

    public PropertyBag Identity(string id) => CustomCertificateId.TryParse(id, out var parsed)
        ? PropertyBag.Empty.With(CustomCertificateSchema.ServiceName, parsed.ServiceName)
        : PropertyBag.Empty;

    public Task<IEnumerable<PropertyDifference>> DiffAsync(DiffContext context, CancellationToken cancellationToken)
    {
        sessions.Claims.Compared(context.Id, context.Urn, context.State);
        return Task.FromResult(Differences(context));
    }

    private static IEnumerable<PropertyDifference> Differences(DiffContext context)
    {
        if (context.State.TryGet(CustomCertificateSchema.Phase, out var phase) && phase != CustomCertificatePhases.Live)
        {
            yield return new PropertyDifference(CertificateProperties.AutoRefresh.Name);
        }

        var now = CertificateBundle.FingerprintOf(context.Inputs);
        var before = CertificateBundle.FingerprintOf(context.OldInputs);
        foreach (var difference in ChainDifference.Of(context.OldInputs, context.Inputs))
        {
            var makesRoom = now.Length > 0 && now == before;
            if (makesRoom && CustomCertificateDelete.MayNotMakeRoom(context.OldInputs, context.State))
            {
                context.Log.Warning("the certificate was there before this resource, so `pulumi up` will refuse to delete it for another chain. Set `onDelete` to "
                    + "`delete` in an update of its own first, or leave its chain alone.");
            }

            yield return difference with { Replace = true, DeleteFirst = makesRoom, FromInputs = true };
        }

        if (now.Length > 0 && now != before && context.State.TryGet(CertificateProperties.Fingerprint, out var present) && now != present)
        {
            // Also of what was imported, whose certificate the inputs lack, or whose key.
            yield return new PropertyDifference(CustomCertificateSchema.Certificate.Name, Replace: true, FromInputs: true);
        }
    }

    public async Task<ResourceState> CreateAsync(CreateContext context, CancellationToken cancellationToken)
    {
        if (context.Preview)
        {
            var previewing = new CustomCertificatePreview(sessions.Current, id => sessions.Claims.OriginOf(id.ToString(), context.Urn), context.Log);
            return new ResourceState("", await previewing.CreateAsync(context.Inputs, cancellationToken));
        }

        var session = sessions.Required;
        using var deadline = Deadline.In(context.Timeout, DefaultTimeouts.OfUpload, session.Time, cancellationToken);
        sessions.Claims.Made(CustomCertificateClaim.Kind, CustomCertificateClaim.Of(context.Inputs)!.Object, context.Urn);
        var uploading = new CustomCertificateUpload(session, context.Inputs, context.Log, deadline);
        var created = await deadline.WithinAsync(
            $"the upload of a certificate to {context.Inputs.Get(CustomCertificateSchema.ServiceName)}",
            () => uploading.UploadAsync(id => sessions.Claims.OriginOf(id.ToString(), context.Urn)));
        sessions.Claims.Lasts(created.Id, context.Urn, created.State);
        return created;
    }

    public Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellationToken)
    {
        var id = CustomCertificateId.Parse(context.Id);
        if (context.IsImport)
        {
            sessions.Claims.Lasts(context.Id, context.Urn, context.State);
        }

        var session = sessions.Required;
        return session.ReadAsync(context, cancellation => new CustomCertificateRead(session, id).ReadAsync(context, cancellation), cancellationToken);
    }

    public async Task<ResourceState> UpdateAsync(UpdateContext context, CancellationToken cancellationToken)
    {
        var outputs = PropertyBag.Empty.WithFrom(context.State, CustomCertificateSchema.Declaration.Outputs);
        if (context.Preview)
        {
            return new ResourceState(
                context.Id, outputs.WithFrom(context.Inputs, CustomCertificateSchema.Declaration.Inputs).With(CustomCertificateSchema.Phase, CustomCertificatePhases.Live));
        }

        var session = sessions.Required;
        var id = CustomCertificateId.Parse(context.Id);
        using var deadline = Deadline.In(context.Timeout, DefaultTimeouts.OfUpload, session.Time, cancellationToken);
        var name = context.Inputs.Get(CustomCertificateSchema.DisplayName);
        if (name is null ? context.OldInputs.Has(CustomCertificateSchema.DisplayName) : name != context.State.Get(CustomCertificateSchema.DisplayName))
        {
            await deadline.WithinAsync(
                $"the renaming of certificate {id.Number} of {id.ServiceName}",
                () => session.Client.Certificates.RenameAsync(id.ServiceName, id.Number, name, deadline.Token));
        }

        var settled = new ResourceState(context.Id, outputs.WithFrom(context.Inputs, CustomCertificateSchema.Declaration.Inputs));
        var origin = context.State.Get(Origin.Property) ?? Origin.Created;
        return context.State.Get(CustomCertificateSchema.Phase) == CustomCertificatePhases.Live
            ? settled
            : await new CustomCertificateProgress(session, id, context.Inputs, origin, context.Log, deadline).MakeLiveAsync(outputs, isOurs: true);
    }

    public async Task DeleteAsync(DeleteContext context, CancellationToken cancellationToken)
    {
        var id = CustomCertificateId.Parse(context.Id);
        var claim = CustomCertificateClaim.Of(context.OldInputs, context.State);
        if (sessions.Claims.HolderAfter(CustomCertificateClaim.Kind, claim.Object, claim.Id, context.Urn) is { } holder)
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

        var isReplaced = sessions.Claims.IsDeclaredOtherwise(CustomCertificateClaim.Kind, claim.Object, claim.Id, context.Urn);
        var isWanted = Deletion.IsWanted(context, CertificateProperties.OnDelete, CertificateProperties.Delete);
        if (isReplaced && CustomCertificateDelete.MayNotMakeRoom(context.OldInputs, context.State))
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

        var session = sessions.Required;
        // A delete takes a moment, the refresh after it may take as long as any.
        using var deadline = Deadline.In(context.Timeout, DefaultTimeouts.OfRefresh, session.Time, cancellationToken);
        var deleting = new CustomCertificateDelete(session, id, isReplaced, context, deadline);
        await deadline.WithinAsync($"the removal of certificate {id.Number} from {id.ServiceName}", deleting.DeleteAsync);
    }
}
