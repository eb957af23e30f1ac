using Google.Protobuf.Reflection;
using Pulumirpc;

namespace Conformance.Contract;

/// <summary>Our .proto text says what Pulumi's says: names, numbers, labels, types, rpcs.</summary>
public sealed class ContractTests
{
    public static TheoryData<string> Files => [.. Compiled.Keys];

    private static Dictionary<string, FileDescriptor> Compiled { get; } = new FileDescriptor[]
    {
        AliasReflection.Descriptor, CallbackReflection.Descriptor, EngineReflection.Descriptor, ErrorsReflection.Descriptor,
        PluginReflection.Descriptor, ProviderReflection.Descriptor, ResourceReflection.Descriptor, SourceReflection.Descriptor,
    }.ToDictionary(static file => file.Name, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Files))]
    public void File_IsFieldForFieldAsPulumiHasIt(string file)
    {
        var wanted = FactSheet.Read(Facts.Find("pulumi/wire.txt"))[file];
        var found = FactSheet.Parse(file, DescriptorText.Of(Compiled[file]));

        Assert.Equal(wanted.Keys, found.Keys);
        Assert.All(wanted, entry => Assert.Equal(entry.Value, found[entry.Key]));
    }

    [Fact]
    public void NoFileIsMissing() => Assert.Equal(
        FactSheet.Read(Facts.Find("pulumi/wire.txt")).Keys.Order(StringComparer.Ordinal), Compiled.Keys.Order(StringComparer.Ordinal));
}
