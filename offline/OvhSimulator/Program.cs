using System.CommandLine;
using OvhSimulator;

const int UsualDnsPort = 8453;

var port = new Option<int>("--port") { Description = "TCP port on 127.0.0.1, 0 for a free one", DefaultValueFactory = _ => 8480 };
var dnsPort = new Option<int?>("--dns-port")
{
    Description = "UDP port on 127.0.0.1 for DNS, 0 for a free one; default 8453, or a free one where that is taken"
};
var seed = new Option<int>("--seed") { Description = "where ids come from", DefaultValueFactory = _ => 1 };
var scale = new Option<double>("--time-scale") { Description = "world seconds in one real second", DefaultValueFactory = _ => 1 };
var state = new Option<string?>("--state") { Description = "a file that keeps the world over restarts" };
var tls = new Option<bool>("--tls") { Description = "serve HTTPS with a self-signed certificate" };
var certificate = new Option<string?>("--tls-certificate") { Description = "a file to write that certificate to; serves HTTPS too" };
var log = new Option<bool>("--log") { Description = "log requests to standard error" };
var command = new RootCommand("The OVHcloud API of IP Load Balancing on loopback.") {
    port,
    dnsPort,
    seed,
    scale,
    state,
    tls,
    certificate,
    log };

command.SetAction(async (arguments, cancellationToken) =>
{
    var options = new SimulatorOptions
    {
        Port = arguments.GetValue(port),
        DnsPort = arguments.GetValue(dnsPort) ?? UsualDnsPort,
        Seed = arguments.GetValue(seed),
        TimeScale = arguments.GetValue(scale),
        StateFile = arguments.GetValue(state),
        Tls = arguments.GetValue(tls) || arguments.GetValue(certificate) is not null,
        Log = arguments.GetValue(log),
    };
    try
    {
        await using var simulator = await StartAsync(options, arguments.GetValue(dnsPort) is not null, cancellationToken);
        if (arguments.GetValue(certificate) is { } file)
        {
            await File.WriteAllTextAsync(file, simulator.CertificatePem + "\n", cancellationToken);
        }
        Console.WriteLine($"OVH API simulator on {simulator.BaseAddress} and DNS on {simulator.DnsAddress} (Ctrl+C stops it)");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }
    catch (OperationCanceledException)
    {
        // Asked to stop.
    }
    catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
    {
        await Console.Error.WriteLineAsync(refused.Message);
        return 1;
    }
    return 0;
});
return await command.Parse(args).InvokeAsync();

// Several simulators at once are told apart by their port, and few care for their DNS.
static async Task<Simulator> StartAsync(SimulatorOptions options, bool isChosen, CancellationToken cancellationToken)
{
    try
    {
        return await SimulatorHost.StartAsync(options, cancellationToken);
    }
    catch (IOException) when (!isChosen)
    {
        options.DnsPort = 0;
        return await SimulatorHost.StartAsync(options, cancellationToken);
    }
}
