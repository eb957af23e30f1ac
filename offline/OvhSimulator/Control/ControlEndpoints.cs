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
        root.AddEndpointFilter(async (context, next) =>
        {
            try
            {
                return await next(context);
            }
            catch (ArgumentException error)
            {
                return Results.BadRequest(error.Message);
            }
        });

        root.MapGet("/calls", (string? method, string? path) => controls.Find(method, path));
        root.MapGet("/calls/count", (string? method, string? path) =>
        {
            var calls = controls.Find(method, path);
            return new { Count = calls.Count, Writes = calls.Count(call => call.IsWrite) };
        });
        root.MapDelete("/calls", controls.ClearCalls);

        root.MapGet("/dns", () => controls.Read(world => world.Dns.Records.ToDictionary()));
        root.MapPut("/dns/{name}", (string name, DnsChange change) =>
        {
            // Records refuse what does not go together.
            var records = new DnsRecords(change.A ?? [], change.Aaaa ?? [], change.Cname);
            if (records.Cname is { } target)
            {
                controls.SetDnsAlias(name, target);
            }
            else
            {
                controls.SetDns(name, records.A, records.Aaaa);
            }
        });
        root.MapDelete("/dns/{name}", (string name) => controls.SetDns(name, []));

        root.MapGet("/clock", () => new
        {
            World = controls.Now,
            Wall = options.TimeProvider.GetUtcNow(),
            Server = controls.Read(world => world.ServerTime),
            Scale = options.TimeScale,
        });
        root.MapPost("/clock/advance", (Span span) => controls.Advance(TimeSpan.FromSeconds(span.Seconds)));
        root.MapPut("/clock/skew", (Span span) => controls.SetClockSkew(TimeSpan.FromSeconds(span.Seconds)));

        // GET too: a browser follows the validation URL.
        root.MapMethods("/credentials/{consumerKey}/validate", [HttpMethods.Get, HttpMethods.Post], (string consumerKey) =>
            controls.ValidateCredential(consumerKey).Redirection is { } page ? Results.Redirect(page) : Results.Ok());

        root.MapPut("/services/{service}", (string service, ServiceChange change) =>
        {
            var name = Uri.UnescapeDataString(service);
            if (change.State is { } state)
            {
                controls.SetState(name, state);
            }
            if (change.Expired is { } expired)
            {
                controls.SetExpired(name, expired);
            }
        });

        root.MapPost("/tasks", (TaskRequest request) => new { Id = controls.StartTask(request) });
        root.MapPost("/tasks/fail-next", (ForcedFailure failure) => controls.FailNextTask(failure));
        root.MapGet("/faults", () => controls.Read(world => world.Faults.ToList()));
        root.MapPost("/faults", (Fault fault) => controls.Inject(fault));
        root.MapDelete("/faults", controls.ClearFaults);

        root.MapGet("/knobs", () => controls.Knobs);
        root.MapPut("/knobs/{name}", (string name, string value) => controls.Knobs.Set(name, value));

        root.MapGet("/world", () => Results.Text(controls.Dump(), "application/json"));
        root.MapPost("/reset", controls.Reset);
    }

    private sealed record DnsChange(string[]? A, string[]? Aaaa, string? Cname);

    private sealed record Span(double Seconds);

    private sealed record ServiceChange(bool? Expired, string? State);
}
