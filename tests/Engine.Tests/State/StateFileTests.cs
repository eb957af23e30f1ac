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
        var entry = Full();
        NewFile().Save(new Snapshot([entry], [new Operation(entry, "creating")]));

        var read = NewFile().Load();

        var text = File.ReadAllText(Path.Combine(_folder, "dev.json"));
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.Contains("ciphertext", text, StringComparison.Ordinal);
        var again = Assert.Single(read.Resources);
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
        var file = NewFile();
        var before = Ciphertext();

        file.Save(file.Load());

        Assert.Equal(before, Ciphertext());

        string Ciphertext() => JsonNode.Parse(File.ReadAllText(Path
            .Combine(_folder, "dev.json")))!["deployment"]!["resources"]![0]!["inputs"]!["password"]!["ciphertext"]!.GetValue<string>();
    }

    [Fact]
    public void Another_passphrase_is_said_to_be_wrong()
    {
        NewFile().Save(new Snapshot([Full()], []));

        var error = Assert.Throws<UserException>(
            () => new StateFile(Path.Combine(_folder, "dev.json"), "other", null, TimeProvider.System).Load());

        Assert.Contains("incorrect passphrase", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_of_the_real_engine_survives_a_round_key_by_key()
    {
        var original = JsonNode.Parse(TimeStamps().Replace(
            Shared.Read(
                "pulumi/recordings/02-up-first/state-show-secrets.json"), match => $"2026-08-01T10:00:{match.Groups[1].Value.PadLeft(2, '0')}Z"))!.AsObject();
        original["deployment"]!["secrets_providers"]!.AsObject().Remove("state");
        File.WriteAllText(Path.Combine(_folder, "dev.json"), original.ToJsonString());
        var file = NewFile();

        var written = file.Write(file.Load());

        var before = original["deployment"]!["resources"]!.AsArray();
        var after = written["deployment"]!["resources"]!.AsArray();
        Assert.Equal(before.Select(entry => Keys(entry!)), after.Select(entry => Keys(entry!)));
        Assert.Equal(
            before.Select(entry => Secretless(entry!).ToJsonString()),
            after.Select(entry => Secretless(entry!).ToJsonString()));

        static string Keys(JsonNode entry) => string.Join(' ', entry.AsObject().Select(pair => pair.Key));
    }

    [Fact]
    public void A_state_of_version_4_is_read_and_stays_one_while_it_needs_to_be()
    {
        Write("""{"version": 4, "features": ["hooks", "refreshBeforeUpdate", "taint"], "deployment": {"manifest": {}, "resources": [%]}}"""
            .Replace("%", Newer, StringComparison.Ordinal));
        var file = NewFile();
        var read = file.Load();

        var written = file.Write(read);

        Assert.Equal(
            (4, """["hooks","refreshBeforeUpdate","taint"]"""),
            (written["version"]!.GetValue<int>(), written["features"]!.ToJsonString()));
        Assert.Equal(["version", "features", "deployment"], written.Select(static pair => pair.Key));
        Assert.Equal((3, false), Version(
            file.Write(read with { Resources = [read.Resources[0] with { RefreshBeforeUpdate = false, Taint = false, Rest = null }] })));

        static (int, bool) Version(JsonObject state) => (state["version"]!.GetValue<int>(), state.ContainsKey("features"));
    }

    [Fact]
    public void What_this_engine_does_nothing_with_survives_a_round()
    {
        const string Deployment = """
            {"manifest": {}, "resources": [%], "pending_operations": [{"resource": %, "type": "updating"}],
            "metadata": {"integrity_error": {"version": "v3.259.0", "command": "pulumi up", "error": "a dangling parent"}},
            "snippets": [{"uuid": "1", "name": "a", "type": "t", "code": "c", "descriptor": {"name": "fake"}}], "later": {"than": "this"}}
            """;
        Write($$"""{"version": 4, "features": ["hooks"], "deployment": {{Deployment.Replace("%", Newer, StringComparison.Ordinal)}}}""");
        var file = NewFile();

        var written = file.Write(file.Load())["deployment"]!.AsObject();

        var newer = JsonNode.Parse(Newer)!;
        Assert.True(JsonNode.DeepEquals(newer, written["resources"]![0]), written.ToJsonString());
        Assert.True(JsonNode.DeepEquals(newer, written["pending_operations"]![0]!["resource"]), written.ToJsonString());
        var before = JsonNode.Parse(Deployment.Replace("%", "{}", StringComparison.Ordinal))!;
        Assert.All(["metadata", "snippets", "later"], key => Assert.True(JsonNode.DeepEquals(before[key], written[key]), key));
    }

    [Theory]
    [InlineData(
        """{"version": 4, "features": ["refreshBeforeUpdate", "views", "teleport"], "deployment": {}}""",
        "needs features that the embedded engine does not have: views, teleport")]
    [InlineData(
        """{"version": 5, "deployment": {}}""",
        "is a state of version 5, which is newer than the embedded engine: it reads versions 3 and 4")]
    [InlineData("""{"version": 2, "deployment": {}}""", "is not a state of version 3 or 4, the versions that the embedded engine reads")]
    [InlineData("""{"version": "3", "deployment": {}}""", "is not a state of version 3 or 4")]
    [InlineData("""{"deployment": {}}""", "is not a state of version 3 or 4")]
    [InlineData(
        """{"version": 3, "checkpoint": {}}""",
        "is a checkpoint of a Pulumi backend; the embedded engine reads what is exported of one")]
    [InlineData("{\n\"version\": 3,\n\"deployment\"", "is not a readable state: it is not JSON, as line 3 shows")]
    [InlineData(
        """{"version": 3, "deployment": {"resources": [{"urn": 7}]}}""",
        "is not a readable state: something in it is missing, or of another type than in Pulumi's format")]
    [InlineData("""{"version": 3}""", "is not a readable state: something in it is missing")]
    [InlineData("[]", "is not a readable state: something in it is missing")]
    public void Any_other_file_is_refused_by_what_is_wrong_with_it(string text, string said)
    {
        Write(text);

        Assert.StartsWith(
            $"{Path.Combine(_folder, "dev.json")} {said}",
            Assert.Throws<UserException>(() => NewFile().Load()).Message,
            StringComparison.Ordinal);
    }

    // tests/Schemas holds the same file to Pulumi's schema of deployments.
    [Fact]
    public void What_is_written_is_what_it_was()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 8, 3, 10, 0, 0, TimeSpan.Zero));
        var file = new StateFile(Path.Combine(_folder, "dev.json"), "", null, time);

        var written = file.Write(new Snapshot([Full()], [new Operation(Full(), "updating")])).ToJsonString(Indented);

        var scrubbed = Encrypted().Replace(written, "\"$1\": \"<encrypted>\"");
        Assert.Equal(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "State", "written-state.json")).ReplaceLineEndings("\n").TrimEnd(),
            scrubbed);
    }

    private const string Newer = """
        {"urn": "urn:pulumi:dev::proj::fake:index:Thing::a", "custom": true, "id": "a-1", "type": "fake:index:Thing", "taint": true,
        "aliases": ["urn:pulumi:dev::proj::fake:index:Thing::b"], "created": "2026-08-01T10:00:00Z", "modified": "2026-08-01T10:00:00Z",
        "sourcePosition": "project:///Program.cs#7,1", "stackTrace": [{"sourcePosition": "project:///Program.cs#7,1"}], "hideDiff": ["name"],
        "replaceWith": ["urn:pulumi:dev::proj::fake:index:Thing::b"], "resourceHooks": {"beforeCreate": ["check"]}, "snippetID": "1",
        "owner": "node", "customTimeouts": {"create": 420}, "refreshBeforeUpdate": true}
        """;

    private void Write(string text) => File.WriteAllText(Path.Combine(_folder, "dev.json"), text);

    private static JsonNode Secretless(JsonNode node) => node switch
    {
        JsonObject json when json.ContainsKey("plaintext") || json.ContainsKey("ciphertext") => JsonValue.Create("[secret]"),
        JsonObject json => new JsonObject(
            json.Select(pair => KeyValuePair.Create(pair.Key, pair.Value is null ? null : Secretless(pair.Value)))),
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
        Outputs = Literal.Struct(
            new { name = "alpha", ratio = 1.5, nested = new object[] { Literal.Secret(new JsonObject { ["deep"] = "hunter2" }) } }),
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
