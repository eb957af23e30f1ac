using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using OvhSimulator.Authentication;
using OvhSimulator.Control;
using OvhSimulator.Dns;

namespace OvhSimulator;

/// <summary>A running simulator. Disposing stops it.</summary>
public sealed class Simulator : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly DnsServer _dns;
    private readonly X509Certificate2? _certificate;

    internal Simulator(WebApplication application, DnsServer dns, Uri baseAddress, Controls controls, X509Certificate2? certificate)
    {
        _application = application;
        _dns = dns;
        _certificate = certificate;
        CertificatePem = certificate?.ExportCertificatePem();
        BaseAddress = baseAddress;
        Controls = controls;
    }

    /// <summary>The API's base URL without a trailing slash, such as <c>http://127.0.0.1:8480/1.0</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Where service accounts get their tokens: POST with client credentials, at the server's root.</summary>
    public Uri TokenUrl => new(BaseAddress, TokenEndpoint.Path);

    /// <summary>Where it answers DNS over UDP, such as <c>127.0.0.1:8453</c>.</summary>
    public IPEndPoint DnsAddress => _dns.Address;

    /// <summary>The certificate it serves HTTPS with, for clients to trust, without its key; null where it serves HTTP.</summary>
    public string? CertificatePem { get; }

    /// <summary>What is done to the world from outside.</summary>
    public Controls Controls { get; }

    /// <summary>Stops listening and keeps the world in its file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _dns.DisposeAsync();
        await _application.DisposeAsync();
        _certificate?.Dispose();
        Controls.Read(_ => true);
    }
}
