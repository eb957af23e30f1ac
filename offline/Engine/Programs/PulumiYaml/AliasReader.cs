using Engine.State;
using Pulumirpc;
using YamlDotNet.RepresentationModel;

namespace Engine.Programs.PulumiYaml;

/// <summary>Reads what a resource was called before: a URN, or what of it was different.</summary>
internal static class AliasReader
{
    public static Alias Read(YamlNode node, Place place)
    {
        if (node is YamlScalarNode)
        {
            var urn = Section.TextOf(node, place);
            return Urn.IsUrn(urn) ? new Alias { Urn = urn } : throw place.Problem("must be a URN, or a mapping such as name: former");
        }

        var section = Section.Of(node, place).Only("name", "type", "project", "stack", "noParent");
        var spec = new Alias.Types.Spec
        {
            Name = section.Text("name") ?? "",
            Type = section.Text("type") ?? "",
            Project = section.Text("project") ?? "",
            Stack = section.Text("stack") ?? "",
        };
        if (section.Flag("noParent") == true)
        {
            spec.NoParent = true;
        }

        return new Alias { Spec = spec };
    }
}
