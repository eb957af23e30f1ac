using System.Collections.Concurrent;
using Engine.State;
using Pulumirpc;

namespace Engine.Steps;

/// <summary>
/// The former URNs of resources: what a registration lists, and what follows from the former names of its parent.
/// </summary>
internal sealed class Aliases(string stack, string project)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _known = new(StringComparer.Ordinal);

    /// <summary>Every URN the resource may have had, remembered for its children.</summary>
    public IReadOnlyList<string> Of(RegisterResourceRequest request, string urn)
    {
        var urns = new List<string>(request.AliasURNs);
        foreach (var alias in request.Aliases)
        {
            if (alias.AliasCase == Alias.AliasOneofCase.Urn)
            {
                urns.Add(alias.Urn);
            }
            else if (alias.Spec is { } spec)
            {
                urns.AddRange(Of(spec, request));
            }
        }

        // A child whose parent was called something else was itself called something else.
        foreach (var parent in ParentAliases(request.Parent))
        {
            urns.Add(Under(parent, request.Parent, request.Name, request.Type));
            foreach (var spec in request.Aliases.Where(alias => alias.Spec is not null).Select(alias => alias.Spec))
            {
                urns.Add(Under(parent, request.Parent, Or(spec.Name, request.Name), Or(spec.Type, request.Type)));
            }
        }

        List<string> distinct = [.. urns.Where(alias => alias != urn).Distinct()];
        _known[urn] = distinct;
        return distinct;
    }

    private IEnumerable<string> Of(Alias.Types.Spec spec, RegisterResourceRequest request)
    {
        var parent = spec.ParentCase switch
        {
            Alias.Types.Spec.ParentOneofCase.ParentUrn => spec.ParentUrn,
            Alias.Types.Spec.ParentOneofCase.NoParent => "",
            _ => request.Parent,
        };
        var own = Urn.Create(
            Or(spec.Stack, stack), Or(spec.Project, project), parent, Or(spec.Type, request.Type), Or(spec.Name, request.Name));
        return spec.ParentCase == Alias.Types.Spec.ParentOneofCase.ParentUrn
            ? ParentAliases(spec.ParentUrn).Select(
                alias => Under(alias, spec.ParentUrn, Or(spec.Name, request.Name), Or(spec.Type, request.Type))).Prepend(own)
            : [own];
    }

    private IReadOnlyList<string> ParentAliases(string parent) => _known.GetValueOrDefault(parent, []);

    // Children are often named after their parent: where the parent's name is a prefix, it is exchanged as well.
    private static string Under(string formerParent, string parent, string name, string type)
    {
        var parentName = Urn.Name(parent);
        var former = name.StartsWith(parentName, StringComparison.Ordinal) ? Urn.Name(formerParent) + name[parentName.Length..] : name;
        return Urn.Create(Urn.Stack(formerParent), Urn.Project(formerParent), formerParent, type, former);
    }

    private static string Or(string value, string fallback) => value.Length > 0 ? value : fallback;
}
