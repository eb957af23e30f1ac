using OvhSimulator.Control;
using OvhSimulator.Dns;
using OvhSimulator.Tasks;

namespace OvhSimulator.Worlds;

/// <summary>The one place where the world is read and changed: one caller at a time, up to date, saved afterwards.</summary>
internal sealed class Simulation
{
    private readonly Lock _gate = new();
    private readonly SimulatorOptions _options;
    private readonly StateFile? _file;
    private World _world;

    public Simulation(SimulatorOptions options)
    {
        _options = options;
        _file = options.StateFile is { } path ? new StateFile(path) : null;
        var wall = options.TimeProvider.GetUtcNow();
        if (_file?.Load() is { } saved)
        {
            _world = Prepare(saved.World);
            // While nobody ran it, the world went on at the wall clock's pace: OVH does not stop when we do.
            var missed = wall - saved.SavedAt;
            Clock = new WorldClock(options.TimeProvider, options.TimeScale, _world.Now + (missed > TimeSpan.Zero ? missed : TimeSpan.Zero));
        }
        else
        {
            _world = Prepare(DefaultWorld.Create(options.Seed, wall));
            Clock = new WorldClock(options.TimeProvider, options.TimeScale, wall);
        }
        Enter(_ => true);
    }

    public WorldClock Clock { get; }

    public CallLog Calls { get; } = new();

    public QueryLog DnsQueries { get; } = new();

    public T Enter<T>(Func<World, T> action)
    {
        lock (_gate)
        {
            Timeline.Advance(_world, Clock.Now);
            _world.ServerTime = Clock.Wall + _world.ClockSkew;
            try
            {
                return action(_world);
            }
            finally
            {
                Save();
            }
        }
    }

    public void Advance(TimeSpan by)
    {
        lock (_gate)
        {
            Clock.Advance(by);
        }
        Enter(_ => true);
    }

    public void Reset()
    {
        lock (_gate)
        {
            Clock.Set(Clock.Wall);
            _world = Prepare(DefaultWorld.Create(_options.Seed, Clock.Wall));
            Calls.Clear();
            DnsQueries.Clear();
            Save();
        }
    }

    private void Save() => _file?.Save(new SavedWorld(Clock.Wall, _world));

    private World Prepare(World world)
    {
        world.Durations = _options.Durations;
        world.Knobs = _options.Knobs;
        return world;
    }
}
