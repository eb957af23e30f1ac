using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engine.State;
using Engine.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Engine.Tests.State;

public sealed partial class StateFileTests : IDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly string _folder = Directory.CreateTempSubdirectory("engine-state-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_a_file_the_state_is_empty() => Assert.Empty(NewFile().Load().Resources);

    [Fact]
    public void An_entry_is_the_same_after_a_round_and_its_secrets_are_not_in_the_file()
    {
        ResourceEntry entry = Full();
        NewFile().Save(new Snapshot([entry], [new Operation(entry, "creating")]));

        Snapshot read = NewFile().Load();

        string text = File.ReadAllText(Path.Combine(_folder, "dev.json"));
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.Contains("ciphertext", text, StringComparison.Ordinal);
        ResourceEntry again = Assert.Single(read.Resources);
        Assert.Equal(entry.Inputs, again.Inputs);
        Assert.Equal(entry.Outputs, again.Outputs);
        Assert.Equal(entry.Dependencies, again.Dependencies);
        Assert.Equal(entry.Timeouts, again.Timeouts);
        Assert.Equal(
            (entry.Created, entry.Modified, entry.Protect, entry.RefreshBeforeUpdate, entry.InitErrors[0]),
            (again.Created, again.Modified, again.Protect, again.RefreshBeforeUpdate, again.InitErrors[0]));
        Assert.Equal("creating", Assert.Single(read.Pending).Type);
    }

    [Fact]
    public void An_unchanged_secret_keeps_its_ciphertext()
    {
        NewFile().Save(new Snapshot([Full()], []));
        StateFile file = NewFile();
        string before = Ciphertext();

        file.Save(file.Load());

        Assert.Equal(before, Ciphertext());

        string Ciphertext() => JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "dev.json")))!["deployment"]!["resources"]![0]!["inputs"]!["password"]!["ciphertext"]!.GetValue<string>();
    }

    [Fact]
    public void Another_passphrase_is_said_to_be_wrong()
    {
        NewFile().Save(new Snapshot([Full()], []));

        UserException error = Assert.Throws<UserException>(() => new StateFile(Path.Combine(_folder, "dev.json"), "other", null, TimeProvider.System).Load());

        Assert.Contains("incorrect passphrase", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_of_the_real_engine_survives_a_round_key_by_key()
    {
        JsonObject original = JsonNode.Parse(TimeStamps().Replace(
            Shared.Read("pulumi/recordings/02-up-first/state-show-secrets.json"), match => $"2026-08-01T10:00:{match.Groups[1].Value.PadLeft(2, '0')}Z"))!.AsObject();
        original["deployment"]!["secrets_providers"]!.AsObject().Remove("state");
        File.WriteAllText(Path.Combine(_folder, "dev.json"), original.ToJsonString());
        StateFile file = NewFile();

        JsonObject written = file.Write(file.Load());

        JsonArray before = original["deployment"]!["resources"]!.AsArray();
        JsonArray after = written["deployment"]!["resources"]!.AsArray();
        Assert.Equal(before.Select(entry => Keys(entry!)), after.Select(entry => Keys(entry!)));
        Assert.Equal(
            before.Select(entry => Secretless(entry!).ToJsonString()),
            after.Select(entry => Secretless(entry!).ToJsonString()));

        static string Keys(JsonNode entry) => string.Join(' ', entry.AsObject().Select(pair => pair.Key));
    }

    // tests/Schemas holds the same file to Pulumi's schema of deployments.
    [Fact]
    public void What_is_written_is_what_it_was()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 8, 3, 10, 0, 0, TimeSpan.Zero));
        var file = new StateFile(Path.Combine(_folder, "dev.json"), "", null, time);

        string written = file.Write(new Snapshot([Full()], [new Operation(Full(), "updating")])).ToJsonString(Indented);

        string scrubbed = Encrypted().Replace(written, "\"$1\": \"<encrypted>\"");
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "State", "written-state.json")).ReplaceLineEndings("\n").TrimEnd(), scrubbed);
    }

    private static JsonNode Secretless(JsonNode node) => node switch
    {
        JsonObject json when json.ContainsKey("plaintext") || json.ContainsKey("ciphertext") => JsonValue.Create("[secret]"),
        JsonObject json => new JsonObject(json.Select(pair => KeyValuePair.Create(pair.Key, pair.Value is null ? null : Secretless(pair.Value)))),
        JsonArray array => new JsonArray([.. array.Select(item => item is null ? null : Secretless(item))]),
        _ => node.DeepClone(),
    };

    private static ResourceEntry Full() => new()
    {
        Urn = Stack.UrnOf("a"),
        Type = "fake:index:Thing",
        Custom = true,
        Id = "a-1",
        Inputs = Literal.Struct(new { name = "alpha", password = Literal.Secret("hunter2") }),
        Outputs = Literal.Struct(new { name = "alpha", ratio = 1.5, nested = new object[] { Literal.Secret(new JsonObject { ["deep"] = "hunter2" }) } }),
        Protect = true,
        Dependencies = [Stack.UrnOf("b")],
        InitErrors = ["not ready"],
        PropertyDependencies = new Dictionary<string, IReadOnlyList<string>> { ["name"] = [Stack.UrnOf("b")] },
        Timeouts = new Timeouts(420, 0, 0, 0),
        Created = new DateTimeOffset(2026, 8, 1, 10, 0, 0, 123, TimeSpan.Zero),
        Modified = new DateTimeOffset(2026, 8, 2, 10, 0, 0, TimeSpan.Zero),
        RefreshBeforeUpdate = true,
    };

    private StateFile NewFile() => new(Path.Combine(_folder, "dev.json"), "", null, TimeProvider.System);

    [GeneratedRegex("\"(salt|ciphertext)\": \"[^\"]*\"")]
    private static partial Regex Encrypted();

    [GeneratedRegex("<ts([0-9]+)>")]
    private static partial Regex TimeStamps();
}
