namespace OvhSimulator.Worlds;

/// <summary>World time: it starts at the wall clock's and runs <c>scale</c> times as fast.</summary>
internal sealed class WorldClock(TimeProvider wall, double scale, DateTimeOffset start)
{
    private DateTimeOffset _wallAnchor = wall.GetUtcNow();
    private DateTimeOffset _worldAnchor = start;

    public double Scale => scale;

    public DateTimeOffset Wall => wall.GetUtcNow();

    public DateTimeOffset Now => _worldAnchor + ((Wall - _wallAnchor) * scale);

    public void Advance(TimeSpan by) => _worldAnchor += by;

    public void Set(DateTimeOffset world)
    {
        _wallAnchor = Wall;
        _worldAnchor = world;
    }
}
