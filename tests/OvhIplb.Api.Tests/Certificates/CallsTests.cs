using System.Net;
using OvhIplb.Api.Certificates;
using OvhIplb.Api.Errors;

namespace OvhIplb.Api.Tests.Certificates;

public sealed class CallsTests : IDisposable
{
    private const string Root = "https://eu.api.ovh.com/1.0/ipLoadbalancing/lb";

    private const string Answer =
        """
        {"id":12,"displayName":null,"type":"built","fingerprint":"AB:CD","serial":"1","subject":"/CN=a.example",
         "san":["a.example"],"expireDate":"2026-11-30T00:00:00Z"}
        """;

    private static readonly CertificateUpload Upload = new()
    {
        Certificate = "leaf",
        Key = "key-of-the-leaf",
        Chain = null,
        DisplayName = "web"
    };

    private readonly Wire.Api _api = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CertificateCalls Calls => _api.Client.Certificates;

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Order_of_a_free_one()
    {
        _api.Transport.Answer("""{"id":5}""");
        await Calls.OrderFreeAsync("lb", ["a.example", "b.example"], Cancellation);
        AssertSent("POST", Root + "/freeCertificate", """{"fqdn":["a.example","b.example"]}""");
    }

    [Fact]
    public async Task List_with_and_without_filters()
    {
        var filter = new CertificateFilter
        {
            Type = CertificateType.BuiltNotRouted,
            Fingerprint = "AB:CD",
            ExpiresBefore = new DateTimeOffset(2026, 3, 1, 1, 0, 0, TimeSpan.FromHours(2)),
        };
        _api.Transport.Answer("[1,2]").Answer("[]");
        Assert.Equal([1, 2], await Calls.ListAsync("lb", filter, Cancellation));
        Assert.Empty(await Calls.ListAsync("lb", CertificateFilter.All, Cancellation));
        Assert.Equal(
            [Root + "/ssl?type=built_not_routed&fingerprint=AB%3ACD&expireDate=2026-02-28T23%3A00%3A00Z", Root + "/ssl"],
            _api.Transport.Requests.Select(request => request.Url));
    }

    [Fact]
    public async Task Get()
    {
        _api.Transport.Answer(Answer);
        var certificate = await Calls.GetAsync("lb", 12, Cancellation);
        AssertSent("GET", Root + "/ssl/12", "");
        Assert.Equal(CertificateType.Built, certificate.Type);
        Assert.Equal(["a.example"], certificate.San);
        Assert.Equal("AB:CD", certificate.Fingerprint);
    }

    [Fact]
    public async Task Upload_sends_what_there_is()
    {
        _api.Transport.Answer(Answer);
        Assert.Equal(12, (await Calls.UploadAsync("lb", Upload, Cancellation)).Id);
        AssertSent("POST", Root + "/ssl", """{"certificate":"leaf","key":"key-of-the-leaf","displayName":"web"}""");
        Assert.DoesNotContain("key-of-the-leaf", Upload.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_that_the_api_repeats_is_not_shown()
    {
        _api.Transport
            .Answer(HttpStatusCode.BadRequest, """{"message":"[key] Given data (key-of-the-leaf) is not valid for type string"}""");
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => Calls.UploadAsync("lb", Upload, Cancellation));
        Assert.Equal("[key] Given data ([secret]) is not valid for type string", refused.ApiMessage);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    public async Task Rename_takes_any_answer(string answer)
    {
        _api.Transport.Answer(answer);
        await Calls.RenameAsync("lb", 12, "shop", Cancellation);
        AssertSent("PUT", Root + "/ssl/12", """{"displayName":"shop"}""");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    public async Task Delete_takes_any_answer(string answer)
    {
        _api.Transport.Answer(answer);
        await Calls.DeleteAsync("lb", 12, Cancellation);
        AssertSent("DELETE", Root + "/ssl/12", "");
    }

    [Fact]
    public async Task Page_of_a_portal_is_no_deletion()
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            _api.Transport.Answer("<html>Please log in</html>");
        }

        await _api.PassTimeToFailure<UnavailableException>(Calls.DeleteAsync("lb", 12, Cancellation));
    }

    [Fact]
    public async Task Deletion_whose_answer_was_lost_has_succeeded_when_nothing_is_left_to_delete()
    {
        _api.Transport.Fail(new HttpRequestException(HttpRequestError.ResponseEnded))
            .Answer(HttpStatusCode.NotFound, """{"class":"Client::NotFound","message":"The requested object does not exist"}""");
        await _api.PassTime(Calls.DeleteAsync("lb", 12, Cancellation));
        Assert.Equal(2, _api.Transport.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deletion_of_what_is_not_there_is_no_success_where_no_attempt_can_have_done_it(bool isLimited)
    {
        if (isLimited)
        {
            _api.Transport.Answer(HttpStatusCode.TooManyRequests, "x");
        }
        else
        {
            _api.Transport.Fail(new HttpRequestException(HttpRequestError.ConnectionError));
        }

        _api.Transport.Answer(HttpStatusCode.NotFound, """{"class":"Client::NotFound","message":"The requested object does not exist"}""");
        await _api.PassTimeToFailure<NotFoundException>(Calls.DeleteAsync("lb", 12, Cancellation));
    }

    [Fact]
    public async Task Name_can_be_taken_away()
    {
        _api.Transport.Answer("null");
        await Calls.RenameAsync("lb", 12, null, Cancellation);
        AssertSent("PUT", Root + "/ssl/12", """{"displayName":null}""");
    }

    [Fact]
    public async Task What_was_never_there_cannot_be_deleted()
    {
        _api.Transport.Answer(HttpStatusCode.NotFound, """{"class":"Client::NotFound","message":"The requested object does not exist"}""");
        await Assert.ThrowsAsync<NotFoundException>(() => Calls.DeleteAsync("lb", 12, Cancellation));
    }

    private void AssertSent(string method, string url, string body)
    {
        var sent = Assert.Single(_api.Transport.Requests);
        Assert.Equal((method, url, body), (sent.Method, sent.Url, sent.Body));
    }
}
