using System.Globalization;
using System.Reflection;

namespace Pulumi.Tests.Surface;

/// <summary>Writes attributes, those left out that only say how the compiler did its work.</summary>
internal static class AttributeTexts
{
    private static readonly HashSet<string> CompilerMade =
    [
        "NullableAttribute", "NullableContextAttribute", "AsyncStateMachineAttribute", "AsyncIteratorStateMachineAttribute",
        "IteratorStateMachineAttribute", "IsReadOnlyAttribute", "ExtensionAttribute", "ParamArrayAttribute", "OptionalAttribute",
        "OutAttribute", "DefaultMemberAttribute", "CompilerGeneratedAttribute",
        "DebuggerStepThroughAttribute",
    ];

    public static string Of(IEnumerable<CustomAttributeData> attributes, string target)
        => string.Concat(attributes
            .Where(attribute => !CompilerMade.Contains(attribute.AttributeType.Name))
            .Select(attribute => Write(attribute, target))
            .Order(StringComparer.Ordinal));

    private static string Write(CustomAttributeData attribute, string target)
    {
        var name = TypeNames.Of(attribute.AttributeType);
        name = name[..^"Attribute".Length];
        string[] arguments =
        [
            .. attribute.ConstructorArguments.Select(Value),
            .. attribute.NamedArguments.Select(argument => $"{argument.MemberName}={Value(argument.TypedValue)}"),
        ];
        return $"[{target}{name}{(arguments.Length > 0 ? $"({string.Join(", ", arguments)})" : "")}] ";
    }

    private static string Value(CustomAttributeTypedArgument argument) => argument.Value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        IReadOnlyCollection<CustomAttributeTypedArgument> list => $"new string[] {{ {string.Join(", ", list.Select(Value))}}}",
        int number when argument.ArgumentType.IsEnum => string.Join(
            " | ",
            Enum.ToObject(argument.ArgumentType, number).ToString()!.Split(", ").Select(one => $"{argument.ArgumentType.FullName}.{one}")),
        var value => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
