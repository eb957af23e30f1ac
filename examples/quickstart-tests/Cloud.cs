using System.Collections.Concurrent;
using System.Collections.Immutable;
using Moq;
using Pulumi.Testing;

namespace QuickstartStack.Tests;

/// <summary>Answers in place of the engine and the plugin, and keeps what was declared.</summary>
public sealed class Cloud
{
    private readonly ConcurrentDictionary<string, MockResourceArgs> _declared = new();

    public Cloud()
    {
        Mocks.Setup(mocks => mocks.NewResourceAsync(It.IsAny<MockResourceArgs>())).ReturnsAsync((MockResourceArgs args) =>
        {
            _declared[args.Name!] = args;
            return (IsPreview ? null : $"{args.Name}-id", args.Inputs.AddRange(Answer(args)));
        });
        Mocks.Setup(mocks => mocks.CallAsync(It.IsAny<MockCallArgs>()))
            .ReturnsAsync(new Dictionary<string, object> { ["cidrs"] = ImmutableArray.Create("203.0.113.64/27") });
    }

    public Mock<IMocks> Mocks { get; } = new();

    /// <summary>Whether only a preview is made, in which nothing is known that a move or an order would tell.</summary>
    public bool IsPreview { get; init; }

    public IReadOnlyDictionary<string, MockResourceArgs> Declared => _declared;

    public IEnumerable<MockResourceArgs> OfType(string name) => _declared.Values.Where(args => args.Type == $"ovh-iplb:index:{name}");

    private Dictionary<string, object> Answer(MockResourceArgs args) => args.Type switch
    {
        "ovh-iplb:index:FailoverAttachment" when IsPreview => new() { ["ipBlock"] = $"{args.Name}/32" },
        "ovh-iplb:index:FailoverAttachment" => new() { ["ipBlock"] = $"{args.Name}/32", ["revision"] = $"moved {args.Name}" },
        "ovh-iplb:index:FreeCertificate" when !IsPreview => new() { ["certificateId"] = 42, ["expiresAt"] = "2027-01-01T00:00:00Z" },
        _ => [],
    };
}
