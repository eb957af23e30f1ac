using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OvhSimulator.Dns;
using OvhSimulator.Tasks;

namespace OvhSimulator.Control;

/// <summary>/_simulator/: the controls over HTTP, without authentication.</summary>
internal static class ControlEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints, Controls controls, SimulatorOptions options)
    {
        var root = endpoints.MapGroup("/_simulator");

        root.MapGet("/calls", (string? method, string? path) => controls.Find(method, path));
        root.MapGet("/calls/count", (string? method, string? path) =>
        {
            var calls = controls.Find(method, path);
            return new { Count = calls.Count, Writes = calls.Count(call => call.IsWrite) };
        });
        root.MapDelete("/calls", controls.ClearCalls);

        root.MapGet("/dns", () => controls.Read(world => world.Dns.Records.ToDictionary()));
        root.MapPut("/dns/{name}", (string name, DnsRecords records) => controls.SetDns(name, records.A, records.Aaaa));
        root.MapDelete("/dns/{name}", (string name) => controls.SetDns(name, []));

        root.MapGet("/clock", () => new { World = controls.Now, Wall = options.TimeProvider.GetUtcNow(), Scale = options.TimeScale });
        root.MapPost("/clock/advance", (Advance advance) => advance.Seconds >= 0
            ? Do(() => controls.Advance(TimeSpan.FromSeconds(advance.Seconds)))
            : Results.BadRequest("seconds must not be negative"));

        root.MapPost("/tasks/fail-next", (ForcedFailure failure) =>
        {
            try
            {
                return Do(() => controls.FailNextTask(failure));
            }
            catch (ArgumentException error)
            {
                return Results.BadRequest(error.Message);
            }
        });
        root.MapGet("/faults", () => controls.Read(world => world.Faults.ToList()));
        root.MapPost("/faults", (Fault fault) => controls.Inject(fault));
        root.MapDelete("/faults", controls.ClearFaults);

        root.MapGet("/knobs", () => controls.Knobs);
        root.MapPut("/knobs/{name}", (string name, bool value) =>
            typeof(Knobs).GetProperties().SingleOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } knob
                ? Do(() => knob.SetValue(controls.Knobs, value))
                : Results.NotFound());

        root.MapGet("/world", () => Results.Text(controls.Dump(), "application/json"));
        root.MapPost("/reset", controls.Reset);
    }

    private static IResult Do(Action action)
    {
        action();
        return Results.Ok();
    }

    private sealed record Advance(double Seconds);
}
