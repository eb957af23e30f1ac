using System.Collections.Immutable;

namespace OvhIplb.Provider.Framework.Schema;

/// <summary>What the generator of C# code needs to know.</summary>
/// <param name="RootNamespace">The namespace all others are below.</param>
/// <param name="Namespaces">Namespace by module or package name.</param>
/// <param name="PackageReferences">Version range by NuGet package.</param>
public sealed record CSharpLanguage(
    string RootNamespace,
    ImmutableSortedDictionary<string, string> Namespaces,
    ImmutableSortedDictionary<string, string> PackageReferences);
