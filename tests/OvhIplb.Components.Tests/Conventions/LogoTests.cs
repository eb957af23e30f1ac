using System.Buffers.Binary;
using System.Text.Json;
using System.Xml.Linq;

namespace OvhIplb.Components.Tests.Conventions;

/// <summary>The registry and NuGet show the logo; Pulumi's C# generator downloads it, and fails where there is none.</summary>
public sealed class LogoTests
{
    private const string File = "docs/logo.png";

    [Fact]
    public void The_schema_leads_to_the_logo_of_this_repository()
    {
        using var schema = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(Repository.Root, "sdk/schema.json")));
        var home = schema.RootElement.GetProperty("repository").GetString()!;
        Assert.Equal(
            $"{home.Replace("https://github.com/", "https://raw.githubusercontent.com/", StringComparison.Ordinal)}/main/{File}",
            schema.RootElement.GetProperty("logoUrl").GetString());
    }

    /// <summary>NuGet takes no SVG as an icon.</summary>
    [Fact]
    public void The_logo_is_a_square_png()
    {
        var logo = System.IO.File.ReadAllBytes(Path.Combine(Repository.Root, File));
        Assert.Equal<byte[]>([0x89, .. "PNG\r\n"u8, 0x1a, .. "\n"u8], logo[..8]);
        Assert.Equal(
            (128u, 128u),
            (BinaryPrimitives.ReadUInt32BigEndian(logo.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(logo.AsSpan(20))));
    }

    [Fact]
    public void The_package_has_it_as_its_icon()
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "sdk/OvhIplb.Components/OvhIplb.Components.csproj"));
        Assert.Equal(Path.GetFileName(File), Assert.Single(project.Descendants("PackageIcon")).Value);
        Assert.Contains(
            project.Descendants("None"),
            static item => item.Attribute("Pack")?.Value == "true"
                && item.Attribute("Include")!.Value.Split(';').Contains($"../../{File}"));
    }
}
