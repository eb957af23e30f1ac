using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>A certificate of the user's own.</summary>
/// <param name="sessions">Where the session is found.</param>
/// <param name="claims">Which resource holds which object.</param>
/// <param name="time">By which certificates expire.</param>
internal sealed class CustomCertificateResource(SessionHolder sessions, Claims claims, TimeProvider time) : IOwnedResource
{
    public ResourceDeclaration Declaration => CustomCertificateSchema.Declaration;

    public void Check(CheckContext context) => CustomCertificateMaterial.Check(context, time.GetUtcNow());

    public IEnumerable<ClaimedObject> DeclaredObjects(PropertyBag inputs) => CustomCertificateClaim.Declared(inputs);

    public ClaimedObject HeldObject(string id, PropertyBag inputs, PropertyBag state) => CustomCertificateClaim.Held(inputs, state);

    public PropertyBag Identity(string id) => CustomCertificateId.TryParse(id, out var parsed)
        ? PropertyBag.Empty.With(CustomCertificateSchema.ServiceName, parsed.ServiceName)
        : PropertyBag.Empty;

    public Task<IEnumerable<PropertyDifference>> DiffAsync(DiffContext context, CancellationToken cancellationToken) =>
        Task.FromResult(Differences(context));

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
                context.Log.Warning("the certificate was there before this resource, so `pulumi up` will refuse to delete it for another "
                    + "chain. Set `onDelete` to "
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
            var previewing = new CustomCertificatePreview(
                sessions.Current,
                id => claims.OriginOf(id.ToString(), context.Urn),
                context.Log);
            return new ResourceState("", await previewing.CreateAsync(context.Inputs, cancellationToken));
        }

        var session = sessions.Required;
        using var deadline = Deadline.In(context.Timeout, DefaultTimeouts.OfUpload, session.Time, cancellationToken);
        var uploading = new CustomCertificateUpload(session, context.Inputs, context.Log, deadline);
        return await deadline.WithinAsync(
            $"the upload of a certificate to {context.Inputs.Get(CustomCertificateSchema.ServiceName)}",
            () => uploading.UploadAsync(id => claims.OriginOf(id.ToString(), context.Urn)));
    }

    public Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellationToken)
    {
        var id = CustomCertificateId.Parse(context.Id);
        var session = sessions.Required;
        return session.ReadAsync(
            context,
            cancellation => new CustomCertificateRead(session, id).ReadAsync(context, cancellation),
            cancellationToken);
    }

    public async Task<ResourceState> UpdateAsync(UpdateContext context, CancellationToken cancellationToken)
    {
        var outputs = PropertyBag.Empty.WithFrom(context.State, CustomCertificateSchema.Declaration.Outputs);
        if (context.Preview)
        {
            return new ResourceState(
                context.Id, outputs.WithFrom(context.Inputs, CustomCertificateSchema.Declaration.Inputs)
                    .With(CustomCertificateSchema.Phase, CustomCertificatePhases.Live));
        }

        var session = sessions.Required;
        var id = CustomCertificateId.Parse(context.Id);
        using var deadline = Deadline.In(context.Timeout, DefaultTimeouts.OfUpload, session.Time, cancellationToken);
        var name = context.Inputs.Get(CustomCertificateSchema.DisplayName);
        if (name is null
            ? context.OldInputs.Has(CustomCertificateSchema.DisplayName)
            : name != context.State.Get(CustomCertificateSchema.DisplayName))
        {
            await deadline.WithinAsync(
                $"the renaming of certificate {id.Number} of {id.ServiceName}",
                () => session.Client.Certificates.RenameAsync(id.ServiceName, id.Number, name, deadline.Token));
        }

        var settled = new ResourceState(context.Id, outputs.WithFrom(context.Inputs, CustomCertificateSchema.Declaration.Inputs));
        var origin = context.State.Get(Origin.Property) ?? Origin.Created;
        return context.State.Get(CustomCertificateSchema.Phase) == CustomCertificatePhases.Live
            ? settled
            : await new CustomCertificateProgress(session, id, context.Inputs, origin, context.Log, deadline).MakeLiveAsync(
                outputs,
                isOurs: true);
    }

    public OwnedDeletion DescribeDeletion(DeleteContext context)
    {
        var id = CustomCertificateId.Parse(context.Id);
        return new OwnedDeletion(
            $"certificate {id.Number} of {id.ServiceName}",
            $"certificate {id.Number} stays on {id.ServiceName}",
            CertificateProperties.OnDelete,
            CertificateProperties.Delete)
        {
            MakesRoom = MakesRoom(context),
        };
    }

    public async Task DeleteAsync(DeleteContext context, CancellationToken cancellationToken)
    {
        var id = CustomCertificateId.Parse(context.Id);
        var makesRoom = MakesRoom(context);
        if (makesRoom && CustomCertificateDelete.MayNotMakeRoom(context.OldInputs, context.State))
        {
            throw new OperationException(
                $"certificate {id.Number} of {id.ServiceName} was there before this resource, with a chain of its own, and can only be "
                + "uploaded with another once it is deleted. It is as it was. Set `onDelete` to `delete` in an update of its own first, or "
                + "leave its chain alone.");
        }

        var session = sessions.Required;
        // A delete takes a moment, the refresh after it may take as long as any.
        using var deadline = Deadline.In(context.Timeout, DefaultTimeouts.OfRefresh, session.Time, cancellationToken);
        var deleting = new CustomCertificateDelete(session, id, makesRoom, context, deadline);
        await deadline.WithinAsync($"the removal of certificate {id.Number} from {id.ServiceName}", deleting.DeleteAsync);
    }

    /// <summary>Whether the program declares the same certificate with another chain, which takes a delete and a new upload.</summary>
    private bool MakesRoom(DeleteContext context) =>
        claims.IsDeclaredOtherwise(CustomCertificateClaim.Held(context.OldInputs, context.State), context.Urn);
}
