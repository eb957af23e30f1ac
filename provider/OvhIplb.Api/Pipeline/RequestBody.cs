using System.Net;
using System.Net.Http.Headers;

namespace OvhIplb.Api.Pipeline;

/// <summary>
/// The bytes of a request, which know whether they were sent. Every POST has one, if an empty one: the framework sends a request
/// without content a second time by itself when a kept connection turns out to be closed, whatever its method.
/// </summary>
internal sealed class RequestBody : HttpContent
{
    private readonly ReadOnlyMemory<byte> _bytes;

    /// <param name="json">JSON; empty for none.</param>
    public RequestBody(ReadOnlyMemory<byte> json)
    {
        _bytes = json;
        if (json.Length > 0)
        {
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
    }

    /// <summary>What is signed.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Whether a connection was there to write to. Until then the request cannot have had an effect.</summary>
    public bool IsOnTheWire { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        IsOnTheWire = true;
        return stream.WriteAsync(_bytes, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
