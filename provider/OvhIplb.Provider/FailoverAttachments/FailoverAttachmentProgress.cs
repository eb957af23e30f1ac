using System.Globalization;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>How far an attachment has come, kept in the state whatever goes wrong.</summary>
internal sealed class FailoverAttachmentProgress(FailoverAttachmentId id, PropertyBag inputs, Deadline deadline)
{
    /// <summary>How the block came to be here; null while that is not settled.</summary>
    public string? Origin { get; set; }

    /// <summary>The last move's task.</summary>
    public long? TaskId { get; set; }

    /// <summary>Goes on from the state of an earlier run; null for a new resource.</summary>
    public void Resume(PropertyBag? before)
    {
        if (before is null)
        {
            return;
        }

        Origin = before.Get(Ownership.Origin.Property);
        TaskId = MoveTasks.TaskIn(before);
    }

    /// <summary>From here on something has been asked of the API, so whatever goes wrong, the id and the task are kept.</summary>
    public Task KeepAsync(string phase, string what, Func<Task> work) => phase == FailoverAttachmentPhases.Moving
        ? PartialState.KeepAsync(deadline, what, reason => Unfinished(phase, reason), work)
        : PartialState.KeepRefreshAsync(deadline, what, reason => Unfinished(phase, reason), work);

    public PropertyBag StateIn(string phase)
    {
        var origin = Origin ?? Ownership.Origin.Created;
        var task = TaskId?.ToString(CultureInfo.InvariantCulture);
        var state = PropertyBag.Empty
            .WithFrom(inputs, FailoverAttachmentSchema.Declaration.Inputs)
            .With(FailoverAttachmentSchema.Block, id.Block.ToString())
            .With(Ownership.Origin.Property, origin)
            .With(FailoverAttachmentSchema.Phase, phase)
            .With(FailoverAttachmentSchema.Revision, FailoverAttachmentRevision.Of(id.Block, task, origin))
            .WithOptional(FailoverAttachmentSchema.TaskId, task);

        // While it moves it is not there yet, and the state says what is.
        return phase == FailoverAttachmentPhases.Moving ? state.With(FailoverAttachmentSchema.ServiceName, "") : state;
    }

    private ResourceInitializationException Unfinished(string phase, string reason) =>
        new(new ResourceState(id.ToString(), StateIn(phase)), [reason]);
}
