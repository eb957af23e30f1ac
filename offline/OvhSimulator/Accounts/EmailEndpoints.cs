using OvhSimulator.Http;

namespace OvhSimulator.Accounts;

/// <summary>/me/notification/email/history: the e-mails sent to the customer.</summary>
internal static class EmailEndpoints
{
    private const string History = "/me/notification/email/history";

    private const string Action = "account:apiovh:notification/email/history/get";

    public static void Map(Routes routes)
    {
        routes.Get(History, Action, call => call.World.Emails.Select(email => email.Id));
        routes.Get($"{History}/{{id}}", Action, call =>
        {
            var id = call.Number("id");
            return call.World.Emails.Find(email => email.Id == id) ?? throw ApiException.NoSuchObject();
        });
    }
}
