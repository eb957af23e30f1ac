using System.Text.Json;
using CsCheck;
using OvhIplb.Api.Certificates;
using OvhIplb.Api.Ips;
using OvhIplb.Api.Json;
using OvhIplb.Api.LoadBalancers;

namespace OvhIplb.Api.Tests.Json;

public sealed class LenienceTests
{
    [Fact]
    public void Unknown_word_of_an_enum_is_kept() => Gen.String.Sample(word =>
    {
        var json = $$"""{"taskId":1,"function":{{Quote(word)}},"status":{{Quote(word)}}}""";
        var task = JsonSerializer.Deserialize(json, ApiJson.Default.IpTask)!;
        var kept = JsonSerializer.Deserialize<string>(Quote(word));
        Assert.Equal(kept, task.Function.Word);
        Assert.Equal(kept, task.Status.ToString());
    });

    [Theory]
    [InlineData("null", "")]
    [InlineData("7", "7")]
    [InlineData("{\"a\":[1]}", "{\"a\":[1]}")]
    public void Enum_of_another_type_is_kept_as_text(string json, string word)
        => Assert.Equal(
            word,
            JsonSerializer.Deserialize($$"""{"id":1,"status":{{json}},"progress":3}""", ApiJson.Default.LoadBalancerTask)!.Status.Word);

    [Fact]
    public void Known_words_equal_their_statics()
    {
        var task = JsonSerializer.Deserialize(
            """{"id":1,"action":"refreshIplb","status":"doing","progress":40,"zones":["gra"]}""", ApiJson.Default.LoadBalancerTask)!;
        Assert.Equal(LoadBalancerTaskAction.RefreshIplb, task.Action);
        Assert.Equal(LoadBalancerTaskStatus.Doing, task.Status);
        Assert.False(task.Status.IsFinal);
    }

    [Theory]
    [InlineData("2026-08-21T10:11:12Z", "2026-08-21T10:11:12+00:00")]
    [InlineData("2026-08-21T10:11:12+02:00", "2026-08-21T10:11:12+02:00")]
    [InlineData("2026-08-21t10:11:12.123456789z", "2026-08-21T10:11:12.1234568+00:00")]
    [InlineData("2026-08-21T10:11:12", "2026-08-21T10:11:12+00:00")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59+00:00")]
    public void Date_is_read(string text, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
        JsonSerializer.Deserialize($$"""{"taskId":1,"startDate":"{{text}}"}""", ApiJson.Default.IpTask)!.StartDate);

    [Fact]
    public void Valid_date_of_any_offset_is_read()
        => Gen.Select(Gen.DateTimeOffset, Gen.Int[0, 7]).Sample((date, digits) =>
        {
            var text = date.ToString(
                "yyyy-MM-ddTHH:mm:ss" + (digits == 0 ? "" : "." + new string('f', digits)) + "zzz",
                System.Globalization.CultureInfo.InvariantCulture);
            var read = JsonSerializer.Deserialize($$"""{"taskId":1,"doneDate":"{{text}}"}""", ApiJson.Default.IpTask)!.DoneDate;
            Assert.NotNull(read);
            Assert.InRange((date - read.Value).TotalSeconds, 0, 1);
        });

    [Fact]
    public void What_is_no_date_is_as_good_as_absent() => Gen.String.Sample(text =>
    {
        if (!DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            var json = $$"""{"id":1,"expireDate":{{Quote("x" + text)}}}""";
            Assert.Null(JsonSerializer.Deserialize(json, ApiJson.Default.Certificate)!.ExpireDate);
        }
    });

    [Theory]
    [InlineData("""{"ip":"192.0.2.10/32"}""")]
    [InlineData("""{"ip":"192.0.2.10/32","routedTo":null}""")]
    [InlineData("""{"ip":"192.0.2.10/32","routedTo":{}}""")]
    [InlineData("""{"ip":"192.0.2.10/32","routedTo":{"serviceName":null}}""")]
    [InlineData("""{"ip":"192.0.2.10/32","routedTo":{"serviceName":""}}""")]
    public void Parked_is_read_from_every_spelling(string json)
        => Assert.Null(JsonSerializer.Deserialize(json, ApiJson.Default.Ip)!.RoutedService);

    [Fact]
    public void Absent_and_null_lists_are_empty()
    {
        Assert.Empty(JsonSerializer.Deserialize("{}", ApiJson.Default.MoveDestinations)!.IpLoadbalancing);
        Assert.Empty(JsonSerializer.Deserialize("""{"ipLoadbalancing":null}""", ApiJson.Default.MoveDestinations)!.IpLoadbalancing);
        Assert.Empty(JsonSerializer.Deserialize("""{"id":1,"san":null}""", ApiJson.Default.Certificate)!.San);
        Assert.Empty(JsonSerializer.Deserialize("""{"serviceName":"s"}""", ApiJson.Default.LoadBalancer)!.Zones);
    }

    [Fact]
    public void Certificate_type_may_be_null()
    {
        Assert.Null(JsonSerializer.Deserialize("""{"id":1,"type":null}""", ApiJson.Default.Certificate)!.Type);
        Assert.Equal(
            CertificateType.BuiltNotRouted,
            JsonSerializer.Deserialize("""{"id":1,"type":"built_not_routed"}""", ApiJson.Default.Certificate)!.Type);
    }

    [Theory]
    [InlineData("init", false, false)]
    [InlineData("todo", false, false)]
    [InlineData("doing", false, false)]
    [InlineData("somethingNew", false, false)]
    [InlineData("done", true, false)]
    [InlineData("cancelled", true, true)]
    [InlineData("customerError", true, true)]
    [InlineData("ovhError", true, true)]
    public void Ip_task_status_says_whether_it_is_over(string word, bool final, bool failed)
    {
        var status = IpTaskStatus.From(word);
        Assert.Equal(final, status.IsFinal);
        Assert.Equal(failed, status.HasFailed);
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
