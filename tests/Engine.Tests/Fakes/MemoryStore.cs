using Engine.State;

namespace Engine.Tests.Fakes;

/// <summary>A state in memory.</summary>
internal sealed class MemoryStore : IStateStore
{
    public Snapshot State { get; set; } = Snapshot.Empty;

    public Snapshot Load() => State;

    public void Save(Snapshot snapshot) => State = snapshot;

    public ResourceEntry Entry(string name) => State.Resources.Single(entry => Urn.Name(entry.Urn) == name && !entry.Delete);
}
