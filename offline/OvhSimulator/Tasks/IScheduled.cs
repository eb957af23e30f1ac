using OvhSimulator.Worlds;

namespace OvhSimulator.Tasks;

/// <summary>Something that happens by itself when the world's clock reaches a moment.</summary>
internal interface IScheduled
{
    /// <summary>When it moves on next; null once it never will.</summary>
    DateTimeOffset? Due { get; }

    /// <summary>Moves on by one stage. The world's clock stands at <see cref="Due"/>.</summary>
    void Step(World world);
}
