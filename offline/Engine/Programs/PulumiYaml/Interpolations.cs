using System.Text;
using System.Text.RegularExpressions;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Programs.PulumiYaml;

/// <summary>Reads text with <c>${…}</c> in it; <c>$$</c> is a dollar sign.</summary>
internal static partial class Interpolations
{
    public static Expression Read(string text, Place place)
    {
        var pieces = new List<Expression>();
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith("$$"))
            {
                literal.Append('$');
                at += 2;
            }
            else if (rest.StartsWith("${"))
            {
                var match = Access().Match(text, at);
                if (!match.Success)
                {
                    throw place.Problem($"'{rest}' does not begin with a reference such as ${{web.names[0]}} or ${{web[\"a.b\"]}}");
                }

                Flush(literal, pieces, place);
                var access = match.Groups["access"].Value;
                pieces.Add(new Expression.Reference(place, PropertyPath.Parse(access), access));
                at += match.Length;
            }
            else
            {
                literal.Append(text[at]);
                at++;
            }
        }

        if (pieces is [] or [Expression.Reference] && literal.Length == 0)
        {
            return pieces.SingleOrDefault() ?? new Expression.Constant(place, Value.ForString(""));
        }

        Flush(literal, pieces, place);
        return pieces is [Expression.Constant only] ? only : new Expression.Interpolation(place, pieces);
    }

    private static void Flush(StringBuilder literal, List<Expression> pieces, Place place)
    {
        if (literal.Length > 0)
        {
            pieces.Add(new Expression.Constant(place, Value.ForString(literal.ToString())));
            literal.Clear();
        }
    }

    [GeneratedRegex(
        """\G\$\{(?<access>(?:[^.\[\]{}"*\s]+|\["(?:\\"|[^"])+"\])(?:\.[^.\[\]{}"*\s]+|\[[0-9]+\]|\["(?:\\"|[^"])+"\])*)\}""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Access();
}
