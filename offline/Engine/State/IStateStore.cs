namespace Engine.State;

/// <summary>Where a stack's state is kept.</summary>
internal interface IStateStore
{
    /// <summary>The state; empty where there is none yet.</summary>
    Snapshot Load();

    /// <summary>Replaces the state as a whole: a reader sees the old one or the new one.</summary>
    void Save(Snapshot snapshot);
}
