namespace Pulumi.Tests.Surface;

/// <summary>
/// The stand-in must not let anything compile that the official package refuses, nor refuse what it takes: of each
/// member it has, it has every overload, with the same nullability, defaults, constraints and attributes.
/// </summary>
public sealed class SurfaceTests
{
    private static readonly Lazy<PublicApi> StandIn = new(() => PublicApiOfAssembly.Render(typeof(Deployment).Assembly));

    private static readonly Lazy<PublicApi?> Official = new(Load);

    [Fact]
    public void Every_public_type_of_the_stand_in_is_declared_as_in_the_official_package()
    {
        var official = Recorded();
        var wrong = StandIn.Value.Types
            .Where(type => !official.Types.TryGetValue(type.Key, out var there) || SortBases(there.Header) != SortBases(type.Value.Header))
            .Select(type => $"{type.Key}\n  stand-in: {type.Value.Header}\n  official: "
                + $"{official.Types.GetValueOrDefault(type.Key)?.Header ?? "(none)"}");
        None(wrong);
    }

    [Fact]
    public void The_stand_in_has_no_public_member_that_the_official_package_lacks()
    {
        var official = Recorded();
        var surplus =
            from type in StandIn.Value.Types
            let there = official.Types.GetValueOrDefault(type.Key)?.Members.Select(member => member.Text).ToHashSet() ?? []
            from member in type.Value.Members
            where !there.Contains(member.Text)
            select $"{type.Key}: {member.Text}";
        None(surplus);
    }

    [Fact]
    public void For_every_member_name_in_the_stand_in_all_overloads_of_the_official_package_exist()
    {
        var official = Recorded();
        var missing =
            from type in StandIn.Value.Types
            where official.Types.ContainsKey(type.Key)
            let names = type.Value.Members.Select(member => member.Name).ToHashSet()
            let here = type.Value.Members.Select(member => member.Text).ToHashSet()
            from member in official.Types[type.Key].Members
            where names.Contains(member.Name) && !here.Contains(member.Text)
            select $"{type.Key}: {member.Text}";
        None(missing);
    }

    [Fact]
    public void Where_a_type_can_be_constructed_or_converted_it_can_in_the_same_ways()
    {
        // Constructors and operators are chosen by the compiler without being named, so a type must have all or it hides an ambiguity.
        var official = Recorded();
        var missing =
            from type in StandIn.Value.Types
            where official.Types.ContainsKey(type.Key)
            let here = type.Value.Members.Select(member => member.Text).ToHashSet()
            from member in official.Types[type.Key].Members
            where member.Name.StartsWith("op_", StringComparison.Ordinal)
                || member.Text.Contains("operator ", StringComparison.Ordinal)
                || member.Name == SimpleName(type.Key)
            where !here.Contains(member.Text)
            select $"{type.Key}: {member.Text}";
        None(missing);
    }

    [Fact]
    public void The_recorded_surface_is_read_completely()
    {
        var official = Recorded();
        Assert.Equal(3, official.Types["Pulumi.Input<T>"].Members.Count);
        Assert.Contains("Pulumi.RegisterPackageRequest.PackageParameterization", official.Types.Keys);
        Assert.Contains("Pulumi.ResourceTransformation", official.Types.Keys);
        Assert.Equal(6, official.Types["Pulumi.Deployment"].Members.Count(member => member.Name == "RunAsync"));
    }

    [Fact]
    public void Nothing_of_protobuf_or_grpc_shows()
    {
        var text = string.Join(
            '\n',
            StandIn.Value.Types.Values.SelectMany(type => type.Members.Select(member => member.Text).Append(type.Header)));
        Assert.DoesNotContain("Google.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Grpc.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pulumirpc", text, StringComparison.Ordinal);
    }

    private static PublicApi Recorded()
    {
        Assert.SkipWhen(Official.Value == null, "The recorded surface of the official package is not beside this repository.");
        return Official.Value!;
    }

    private static void None(IEnumerable<string> found)
    {
        string[] all = [.. found];
        Assert.True(all.Length == 0, $"{all.Length}:\n{string.Join('\n', all)}");
    }

    private static string SimpleName(string type) => type.Split('<')[0].Split('.')[^1];

    private static string SortBases(string header)
    {
        var parts = header.Split(" : ", 2);
        return parts is [var name, var bases] ? $"{name} : {string.Join(", ", bases.Split(", ").Order(StringComparer.Ordinal))}" : header;
    }

    private static PublicApi? Load()
    {
        var file = Repository.Beside("pulumi/dotnet-public-api.txt");
        return File.Exists(file) ? PublicApiText.Parse(File.ReadLines(file)) : null;
    }
}
