using System.Reflection;

namespace Pulumi.Tests.Surface;

/// <summary>Writes types as C# does, with the question marks that the compiler keeps in attributes.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
    };

    public static string Of(Type type) => Write(type, new Annotations(null, 0));

    /// <param name="type">The type of a parameter, a return value, a property or a field.</param>
    /// <param name="own">What carries the type's own annotations.</param>
    /// <param name="context">The member, whose or whose type's default applies otherwise.</param>
    public static string Of(Type type, ICustomAttributeProvider own, MemberInfo context)
        => Write(type, new Annotations(Bytes(own), Context(context)));

    private static string Write(Type type, Annotations annotations)
    {
        if (type.IsByRef)
        {
            return Write(type.GetElementType()!, annotations);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Write(underlying, annotations)}?";
        }

        if (type.IsGenericParameter)
        {
            return type.Name + annotations.Next();
        }

        if (type.IsArray)
        {
            var mark = annotations.Next();
            return $"{Write(type.GetElementType()!, annotations)}[]{mark}";
        }

        if (!type.IsGenericType)
        {
            return Name(type) + (type.IsValueType ? "" : annotations.Next());
        }

        var own = annotations.Next();
        var arguments = type.GetGenericArguments().Select(argument => Write(argument, annotations)).ToArray();
        return $"{Name(type)}<{string.Join(", ", arguments)}>{own}";
    }

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        var name = type.Name.Split('`')[0];
        return type.DeclaringType is { } outer ? $"{Name(outer)}.{name}" : $"{type.Namespace}.{name}";
    }

    private static byte[]? Bytes(ICustomAttributeProvider provider)
    {
        var attributes = provider switch
        {
            ParameterInfo parameter => parameter.GetCustomAttributesData(),
            MemberInfo member => member.GetCustomAttributesData(),
            _ => [],
        };
        var argument = attributes.FirstOrDefault(one => one.AttributeType.Name == "NullableAttribute")?.ConstructorArguments[0].Value;
        return argument switch
        {
            byte single => [single],
            IEnumerable<CustomAttributeTypedArgument> several => [.. several.Select(one => (byte)one.Value!)],
            _ => null,
        };
    }

    private static byte Context(MemberInfo? member)
    {
        for (; member != null; member = member.DeclaringType)
        {
            var found = member.GetCustomAttributesData().FirstOrDefault(one => one.AttributeType.Name == "NullableContextAttribute");
            if (found != null)
            {
                return (byte)found.ConstructorArguments[0].Value!;
            }
        }

        return 0;
    }

    /// <summary>The annotations of a type and its parts in the order the compiler writes them; 2 is a question mark.</summary>
    private sealed class Annotations(byte[]? bytes, byte context)
    {
        private int _index;

        public string Next()
        {
            var value = bytes switch
            {
                null => context,
                [var all] => all,
                _ => bytes[_index],
            };
            _index++;
            return value == 2 ? "?" : "";
        }
    }
}
