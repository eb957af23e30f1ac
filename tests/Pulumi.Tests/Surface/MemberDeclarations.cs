using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Tests.Surface;

/// <summary>Writes the lines that declare members.</summary>
internal static class MemberDeclarations
{
    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Equality"] = "operator ==",
        ["op_Inequality"] = "operator !=",
    };

    public static string Constructor(ConstructorInfo constructor)
        => $"{Attributes(constructor)}{Access(constructor)} {constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)}) {{ "
            + $"}}";

    public static string Field(FieldInfo field)
        => $"{Attributes(field)}public "
            + $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeNames.Of(field.FieldType, field, field)} "
            + $"{field.Name};";

    public static string Property(PropertyInfo property)
    {
        var accessors = new[] { (property.GetMethod, "get; "), (property.SetMethod, "set; ") }
            .Where(one => one.Item1 is { IsPublic: true })
            .Select(one => one.Item2);
        var any = property.GetAccessors(nonPublic: true).First(one => one.IsPublic);
        var indices = property.GetIndexParameters();
        var name = indices.Length > 0 ? $"this[{Parameters(indices, any)}]" : property.Name;
        return $"{Attributes(property)}public {(any.IsStatic ? "static " : "")}{TypeNames.Of(property.PropertyType, property, any)} "
            + $"{name} {{ {string.Concat(accessors)}}}";
    }

    public static string Method(MethodInfo method)
    {
        var generics = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(one => one.Name))}>" : "";
        var constraints = string.Concat(method.IsGenericMethod ? method.GetGenericArguments().Select(Constraint) : []);
        var name = Operators.GetValueOrDefault(method.Name, method.Name);
        var signature = $"{ReturnType(method)} {name}{generics}({Parameters(method)}){constraints}";
        return method.DeclaringType!.IsInterface
            ? $"{Attributes(method)}{signature};"
            : $"{Attributes(method)}{Access(method)} {(method.IsStatic ? "static " : "")}{Override(method)}{signature} {{ }}";
    }

    public static string ReturnType(MethodInfo method) => TypeNames.Of(method.ReturnType, method.ReturnParameter, method);

    public static string Parameters(MethodBase method) => Parameters(method.GetParameters(), method);

    private static string Parameters(ParameterInfo[] parameters, MethodBase method)
        => string.Join(", ", parameters.Select((parameter, index) => Parameter(parameter, index, method)));

    private static string Parameter(ParameterInfo parameter, int index, MethodBase method)
    {
        var modifier = parameter.IsOut ? "out "
            : parameter.GetCustomAttribute<ParamArrayAttribute>() != null ? "params "
            : index == 0 && method.GetCustomAttribute<ExtensionAttribute>() != null ? "this "
            : "";
        var attributes = AttributeTexts.Of(parameter.GetCustomAttributesData(), "");
        return $"{attributes}{modifier}{TypeNames.Of(parameter.ParameterType, parameter, method)} {parameter.Name}{Default(parameter)}";
    }

    private static string Default(ParameterInfo parameter) => !parameter.HasDefaultValue ? "" : parameter.DefaultValue switch
    {
        null => parameter.ParameterType.IsValueType ? " = default" : " = null",
        bool flag => flag ? " = true" : " = false",
        string text => $" = \"{text}\"",
        var value => string.Create(CultureInfo.InvariantCulture, $" = {value}"),
    };

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    private static string Override(MethodInfo method)
        => !method.IsVirtual || method.IsFinal ? ""
            : method.GetBaseDefinition() != method ? "override "
            : method.IsAbstract ? "abstract "
            : "virtual ";

    private static string Constraint(Type parameter)
    {
        var parts = parameter.GetGenericParameterConstraints().Select(TypeNames.Of).ToList();
        if (parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            parts.Add("new()");
        }

        return parts.Count > 0 ? $" where {parameter.Name} : {string.Join(", ", parts)}" : "";
    }

    private static string Attributes(MemberInfo member)
        => AttributeTexts.Of(member.GetCustomAttributesData(), "")
            + (member is MethodInfo method ? AttributeTexts.Of(method.ReturnParameter.GetCustomAttributesData(), "return: ") : "");
}
