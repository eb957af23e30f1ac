using System.Globalization;

namespace OvhIplb.Api.Configuration;

/// <summary>A file that OVHcloud's Go client refuses, too. Its text is never quoted: it may hold a secret.</summary>
internal sealed class IniSyntaxException(string path, int line, string reason)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{path}, line {line}, {reason}"));
