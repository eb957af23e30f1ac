using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Tests.Surface;

/// <summary>Writes an assembly's public surface the way the recorded one is written.</summary>
internal static class PublicApiOfAssembly
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static PublicApi Render(Assembly assembly)
    {
        var api = new PublicApi();
        foreach (var type in assembly.GetExportedTypes())
        {
            var surface = api.Add(NameOf(type), TypeDeclarations.Header(type));
            if (!typeof(Delegate).IsAssignableFrom(type))
            {
                foreach (var declaration in Members(type))
                {
                    surface.Add(declaration);
                }
            }
        }

        return api;
    }

    private static string NameOf(Type type) => TypeNames.Of(type).Replace("?", "", StringComparison.Ordinal);

    private static IEnumerable<string> Members(Type type)
    {
        foreach (var constructor in type.GetConstructors(Declared).Where(IsVisible))
        {
            yield return MemberDeclarations.Constructor(constructor);
        }

        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly))
        {
            yield return MemberDeclarations.Field(field);
        }

        foreach (var property in type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible)))
        {
            yield return MemberDeclarations.Property(property);
        }

        foreach (var method in type.GetMethods(Declared).Where(method => IsVisible(method) && !IsAccessor(method)))
        {
            if (method.GetCustomAttribute<CompilerGeneratedAttribute>() == null)
            {
                yield return MemberDeclarations.Method(method);
            }
        }
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);
}
