using System.Text;
using Google.Protobuf.Reflection;

namespace Conformance.Contract;

/// <summary>Writes a compiled .proto file the way the fact sheet does: one line a field, value or rpc.</summary>
internal static class DescriptorText
{
    public static string Of(FileDescriptor file)
    {
        var text = new StringBuilder();
        foreach (var service in file.Services)
        {
            text.Append("service ").Append(service.Name).Append('\n');
            foreach (var method in service.Methods)
            {
                text.Append($"  rpc {method.Name}: {Name(method.InputType)} -> "
                    + $"{(method.IsServerStreaming ? "stream " : "")}{Name(method.OutputType)}\n");
            }
        }

        foreach (var type in file.EnumTypes)
        {
            Append(text, type);
        }

        foreach (var message in file.MessageTypes)
        {
            Append(text, message);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, MessageDescriptor message)
    {
        text.Append("message ").Append(Name(message)).Append('\n');
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            text.Append($"  {field.FieldNumber} {Label(field)}{Type(field)} {field.Name}{Suffix(field)}\n");
        }

        foreach (var type in message.EnumTypes)
        {
            Append(text, type);
        }

        foreach (var nested in message.NestedTypes.Where(static nested => !nested.IsMapEntry))
        {
            Append(text, nested);
        }
    }

    private static void Append(StringBuilder text, EnumDescriptor type)
    {
        text.Append("enum ").Append(Short(type.FullName)).Append('\n');
        foreach (var value in type.Values)
        {
            text.Append($"  {value.Number} {value.Name}\n");
        }
    }

    private static string Label(FieldDescriptor field) =>
        field.IsMap ? "" : field.IsRepeated ? "repeated " : field.ToProto().Proto3Optional ? "optional " : "";

    private static string Suffix(FieldDescriptor field) =>
        (field.RealContainingOneof is { } group ? $"  (oneof {group.Name})" : "") + (field.GetOptions()?.Deprecated == true ? "  deprecated" : "");

    private static string Type(FieldDescriptor field)
    {
        if (field.IsMap)
        {
            var key = field.MessageType.FindFieldByNumber(1);
            var value = field.MessageType.FindFieldByNumber(2);
            return $"map<{Type(key)}, {Type(value)}>";
        }

        return field.FieldType switch
        {
            FieldType.Message => LastName(field.MessageType.FullName),
            FieldType.Enum => LastName(field.EnumType.FullName),
            FieldType type => type.ToString().ToLowerInvariant(),
        };
    }

    private static string Name(MessageDescriptor message) => Short(message.FullName);

    private static string Short(string fullName) =>
        fullName.StartsWith("pulumirpc.", StringComparison.Ordinal) ? fullName["pulumirpc.".Length..] : fullName;

    /// <summary>The fact sheet names a type as briefly as its scope allows, so types are compared by their last word.</summary>
    public static string LastName(string fullName) => fullName.StartsWith("google.", StringComparison.Ordinal) ? fullName : fullName[(fullName.LastIndexOf('.') + 1)..];
}
