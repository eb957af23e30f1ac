using OvhSimulator.Http;

namespace OvhSimulator.Accounts;

/// <summary>GET /me.</summary>
internal static class AccountEndpoints
{
    public static void Map(Routes routes) => routes.Get("/me", "account:apiovh:me/get", call =>
    {
        var account = call.World.Account;
        return new
        {
            account.Nichandle,
            CustomerCode = account.Nichandle.Split('-')[0],
            Firstname = account.FirstName,
            account.Name,
            account.Email,
            Country = account.OvhSubsidiary,
            account.OvhSubsidiary,
            OvhCompany = "ovh",
            Language = "en_GB",
            Legalform = "individual",
            State = "complete",
            KycValidated = true,
            Currency = new { Code = "EUR", Symbol = "€" },
        };
    });
}
