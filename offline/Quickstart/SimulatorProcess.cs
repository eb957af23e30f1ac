using System.Net;
using System.Net.Sockets;
using OvhSimulator;

namespace Quickstart;

/// <summary>The simulator that the stack <c>dev</c> names, started here unless it runs already.</summary>
internal static class SimulatorProcess
{
    /// <summary>A simulated minute is a second.</summary>
    private const double TimeScale = 60;

    /// <returns>The simulator; null where one of the user's own listens there.</returns>
    /// <exception cref="QuickstartException">The endpoint is not on this machine, or its port is taken.</exception>
    public static async Task<Simulator?> StartAsync(string address, string dnsServer)
    {
        if (!IPEndPoint.TryParse(dnsServer, out var dns) || !IPAddress.IsLoopback(dns.Address) || dns.Port == 0)
        {
            throw new QuickstartException(
                $"the stack 'dev' asks the simulator for names, such as 127.0.0.1:8453, and {dnsServer} is not on this machine.");
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || !endpoint.IsLoopback)
        {
            throw new QuickstartException(
                $"the stack 'dev' talks to the simulator only, such as http://127.0.0.1:8480/1.0, and {address} is not on this machine. "
                + "The real API takes --real.");
        }

        if (await IsRunningAsync(endpoint))
        {
            Console.WriteLine($"Using the simulator that runs at {endpoint} already, with its data. For one of your own, name other ports "
                + $"in the example's Pulumi.dev.yaml.\n");
            return null;
        }

        Directory.CreateDirectory(Example.WorkingDirectory);
        try
        {
            var simulator = await SimulatorHost.StartAsync(new SimulatorOptions
            {
                Port = endpoint.Port,
                DnsPort = dns.Port,
                TimeScale = TimeScale,
                StateFile = Path.Combine(Example.WorkingDirectory, "simulator.json"),
            });
            Console.WriteLine($"The OVHcloud API is simulated at {endpoint}; a minute takes a second. No account is touched.\n");
            return simulator;
        }
        catch (IOException taken)
        {
            throw new QuickstartException(
                $"the simulator cannot listen on ports {endpoint.Port} (TCP) and {dns.Port} (UDP): {taken.Message} Free them, or name "
                    + $"others in the example's "
                + "Pulumi.dev.yaml. Where a simulator is just starting there, wait until it says so, and run this again.");
        }
    }

    private static async Task<bool> IsRunningAsync(Uri endpoint)
    {
        // On this machine, where no proxy of the environment leads.
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(2) };
        try
        {
            using var answer = await client.GetAsync(new Uri(endpoint, "/_simulator/calls"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or SocketException)
        {
            return false;
        }
    }
}
