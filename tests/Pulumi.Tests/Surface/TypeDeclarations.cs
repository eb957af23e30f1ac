using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Tests.Surface;

/// <summary>Writes the line that declares a type.</summary>
internal static class TypeDeclarations
{
    public static string Header(Type type)
    {
        var attributes = AttributeTexts.Of(type.GetCustomAttributesData(), "");
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"{attributes}public delegate {MemberDeclarations.ReturnType(invoke)} "
                + $"{ShortName(type)}({MemberDeclarations.Parameters(invoke)});";
        }

        string[] bases = [.. BaseTypes(type)];
        return $"{attributes}public {Kind(type)} {ShortName(type)}{(bases.Length > 0 ? " : " : "")}{string.Join(", ", bases)}";
    }

    private static string Kind(Type type)
    {
        if (type.IsInterface)
        {
            return "interface";
        }

        if (type.IsValueType)
        {
            return type.GetCustomAttribute<IsReadOnlyAttribute>() != null ? "readonly struct" : "struct";
        }

        return (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static class",
            (true, false) => "abstract class",
            (false, true) => "sealed class",
            _ => "class",
        };
    }

    private static string ShortName(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(argument => argument.Name))}>" : name;
    }

    private static IEnumerable<string> BaseTypes(Type type)
    {
        if (type is { IsClass: true, BaseType: { } above } && above != typeof(object))
        {
            yield return TypeNames.Of(above);
        }

        var all = type.GetInterfaces().Where(one => one.IsVisible).Except(type.BaseType?.GetInterfaces() ?? []).ToArray();
        foreach (var name in all.Select(TypeNames.Of).Order(StringComparer.Ordinal))
        {
            yield return name;
        }
    }
}
