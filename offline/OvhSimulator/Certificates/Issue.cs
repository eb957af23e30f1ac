using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OvhSimulator.Worlds;

namespace OvhSimulator.Certificates;

/// <summary>What the authority decides when it issues a free certificate, first or anew.</summary>
/// <param name="Fingerprint">SHA-1, in colon pairs.</param>
/// <param name="Serial">Hexadecimal.</param>
/// <param name="ExpireDate">When it is no longer valid.</param>
/// <param name="Renewal">When OVH tries to replace it.</param>
internal sealed record Issue(string Fingerprint, string Serial, DateTimeOffset ExpireDate, DateTimeOffset Renewal)
{
    public static Issue Next(World world)
    {
        var number = world.Identifiers.Next("certificate issue");
        var expires = world.Now + world.Durations.CertificateValidity;
        var renewal = expires - world.Durations.RenewalBeforeExpiry;
        var earliest = world.Now + world.Durations.RenewalRetry;
        return new Issue(
            Pairs(Hash(world, number)),
            world.Identifiers.Mix("serial", number).ToString("X16", CultureInfo.InvariantCulture),
            expires,
            renewal > earliest ? renewal : earliest);
    }

    /// <summary>Upper-case hexadecimal pairs separated by colons.</summary>
    public static string Pairs(byte[] hash) => string.Join(':', hash.Select(b => b.ToString("X2", CultureInfo.InvariantCulture)));

    [SuppressMessage("Security", "CA5350", Justification = "The API's fingerprints are SHA-1.")]
    private static byte[] Hash(World world, long number) =>
        SHA1.HashData(Encoding.ASCII.GetBytes(world.Identifiers.Uuid($"certificate {number}").ToString()));
}
