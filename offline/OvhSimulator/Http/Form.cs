using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace OvhSimulator.Http;

/// <summary>A request's form-urlencoded parameters.</summary>
internal static class Form
{
    /// <summary>
    /// The parameters, those without a value left out as OAuth2 wants it; null where the body is no form, gives one twice, or is too long
    /// for one.
    /// </summary>
    public static Dictionary<string, string>? Parse(Exchange exchange)
    {
        if (exchange.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }
        using var reader = new FormReader(Encoding.UTF8.GetString(exchange.Body.Span));
        Dictionary<string, StringValues> form;
        try
        {
            form = reader.ReadForm();
        }
        catch (InvalidDataException)
        {
            // A name, a value, or their number is beyond what a form may have.
            return null;
        }
        return form.Values.Any(values => values.Count > 1)
            ? null
            : form.Where(pair => pair.Value.ToString().Length > 0).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
    }
}
