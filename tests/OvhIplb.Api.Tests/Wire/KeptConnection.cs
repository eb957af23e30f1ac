using System.Text;
using System.Threading.Channels;

namespace OvhIplb.Api.Tests.Wire;

/// <summary>A connection in memory that answers so many requests and is then found closed by the next.</summary>
internal sealed class KeptConnection(params string[] answers) : MemoryStream
{
    private readonly Channel<byte[]> _answers = Channel.CreateUnbounded<byte[]>();
    private readonly StringBuilder _received = new();
    private int _answered;
    private ReadOnlyMemory<byte> _rest;

    /// <summary>All requests, one after the other.</summary>
    public string Received => _received.ToString();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _received.Append(Encoding.ASCII.GetString(buffer.Span));
        var requests = Received.Split(" HTTP/1.1\r\n").Length - 1;
        while (_answered < requests)
        {
            if (_answered == answers.Length)
            {
                _answers.Writer.TryComplete();
                break;
            }

            var answer = answers[_answered++];
            _answers.Writer.TryWrite(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {answer.Length}\r\n\r\n{answer}"));
        }

        return ValueTask.CompletedTask;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_rest.IsEmpty)
        {
            if (!await _answers.Reader.WaitToReadAsync(cancellationToken))
            {
                return 0;
            }

            if (buffer.IsEmpty)
            {
                return 0;
            }

            _rest = await _answers.Reader.ReadAsync(cancellationToken);
        }

        var count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }
}
