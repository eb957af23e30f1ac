using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OvhIplb.Api.Authentication;
using OvhIplb.Api.Certificates;
using OvhIplb.Api.Errors;
using OvhIplb.Api.Ips;
using OvhIplb.Api.LoadBalancers;

namespace OvhIplb.Api.Tests.Failures;

/// <summary>
/// Every call times every failure, once and for ever: how often it was sent and carried out, and how it ended, as written in
/// matrix.md. OVH_IPLB_WRITE_EXPECTED=1 writes that file anew.
/// </summary>
public sealed partial class MatrixTests(Bench bench) : IClassFixture<Bench>
{
    private static readonly string[] Idempotent = ["GET", "PUT", "DELETE"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_call_survives_or_reports_every_failure_as_written()
    {
        var text = new StringBuilder();
        foreach (var failure in FailureKind.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {failure.Name}\n\n");
            var ends = new List<(string Call, string End)>();
            foreach (var call in ApiCalls.All)
            {
                var (once, forEver) = (await EndAsync(call, failure, always: false), await EndAsync(call, failure, always: true));
                ends.Add((call.Name, $"- struck once: {once}\n- struck for ever: {forEver}\n\n"));
            }

            foreach (var group in ends.GroupBy(end => end.End, end => end.Call))
            {
                text.Append(CultureInfo.InvariantCulture, $"{NameOf([.. group])}:\n\n{group.Key}");
            }
        }

        ExpectedFile.Require("tests/OvhIplb.Api.Tests/Failures/matrix.md", text.ToString());
    }

    [Fact]
    public void Every_call_of_the_client_is_in_the_matrix()
    {
        Type[] families = [typeof(AuthenticationCalls), typeof(IpCalls), typeof(LoadBalancerCalls), typeof(CertificateCalls)];
        Assert.Equal(
            families.Sum(family => family.GetMethods()
                .Count(method => method.DeclaringType == family && method.Name.EndsWith("Async", StringComparison.Ordinal))),
            ApiCalls.All.Count);
        Assert.Equal(ApiCalls.All.Count, ApiCalls.All.DistinctBy(call => call.Name).Count());
    }

    private async Task<string> EndAsync(ApiCall call, FailureKind failure, bool always)
    {
        bench.Reset();
        using var client = await bench.ConnectAsync(failure.AsServiceAccount);
        failure.Happen(bench.Simulator, call, always);
        string end;
        try
        {
            await call.SendAsync(client, Cancellation);
            end = "succeeds";
        }
        catch (OvhApiException failed)
        {
            Assert.All(
                Bench.SecretsOf(call, failure.AsServiceAccount),
                secret => Assert.DoesNotContain(secret, failed.ToString(), StringComparison.Ordinal));
            end = $"{failed.GetType().Name}\n  > {Words(failed, call)}";
        }

        var sent = bench.Simulator.Controls.Find(call.Method, call.Path).Count;
        var effects = call.Effects is { } count ? bench.Simulator.Controls.Read(count) : 0;
        Assert.True(Idempotent.Contains(call.Method) || effects <= 1, $"{call.Name} took effect {effects} times after {failure.Name}.");
        return call.Effects is null ? $"sent {Times(sent)}, {end}" : $"sent {Times(sent)}, took effect {Times(effects)}, {end}";
    }

    private static string Times(int count) => count switch
    {
        0 => "never",
        1 => "once",
        2 => "twice",
        _ => $"{count} times",
    };

    private static string NameOf(string[] calls)
    {
        string[] all = [.. ApiCalls.All.Where(call => call.Method == "GET").Select(call => call.Name)];
        return all.Except(calls).ToArray() switch
        {
            [] when calls.Length == all.Length => "Every GET",
            [var other] when calls.Length == all.Length - 1 => $"Every GET but `{other}`",
            _ => string.Join(", ", calls.Select(call => $"`{call}`")),
        };
    }

    private string Words(OvhApiException failed, ApiCall call)
    {
        var words = failed.Message
            .Replace($"{failed.Method} {call.Path} ", "{call} ", StringComparison.Ordinal)
            .Replace(bench.Simulator.TokenUrl.AbsoluteUri, "{token URL}", StringComparison.Ordinal);
        words = Repeated().Replace(words, "$1");
        words = failed.QueryId is { } id ? words.Replace(id, "{query id}", StringComparison.Ordinal) : words;
        return failed.StatusCode is null && !failed.ApiMessage.StartsWith("no answer within", StringComparison.Ordinal)
            ? words.Replace(failed.ApiMessage.TrimEnd('.'), "{the network's words}", StringComparison.Ordinal)
            : words;
    }

    /// <summary>How many secrets a call has is not what the table is about.</summary>
    [GeneratedRegex(@"(\[secret\])( \[secret\])+")]
    private static partial Regex Repeated();
}
