using OvhSimulator.Accounts;
using OvhSimulator.Http;

namespace OvhSimulator.Terminations;

/// <summary>terminate and confirmTermination: the first sends a token by e-mail, the second takes it and ends the service.</summary>
internal static class Termination
{
    // OVH's Terraform provider finds the e-mail and its token by this address.
    private const string ConfirmationPage = "https://www.ovh.com/manager/#/billing/confirmTerminate";

    private static readonly string[] FutureUses =
    [
        "NOT_REPLACING_SERVICE", "OTHER", "SUBSCRIBE_AN_OTHER_SERVICE", "SUBSCRIBE_OTHER_KIND_OF_SERVICE_WITH_COMPETITOR",
        "SUBSCRIBE_SIMILAR_SERVICE_WITH_COMPETITOR",
    ];

    private static readonly string[] Reasons =
    [
        "FEATURES_DONT_SUIT_ME", "LACK_OF_PERFORMANCES", "MIGRATED_TO_ANOTHER_OVH_PRODUCT", "MIGRATED_TO_COMPETITOR",
        "NOT_ENOUGH_RECOGNITION",
        "NOT_NEEDED_ANYMORE", "NOT_RELIABLE", "NO_ANSWER", "OTHER", "PRODUCT_DIMENSION_DONT_SUIT_ME",
        "PRODUCT_TOOLS_DONT_SUIT_ME", "TOO_EXPENSIVE",
        "TOO_HARD_TO_USE", "UNSATIFIED_BY_CUSTOMER_SUPPORT",
    ];

    /// <summary>Maps both calls below the path of a service.</summary>
    /// <param name="routes">Where they are mapped.</param>
    /// <param name="path">The path of the service, with its parameter <c>serviceName</c>.</param>
    /// <param name="actions">What the names of their IAM actions begin with.</param>
    /// <param name="find">Finds the service of a call.</param>
    public static void Map(Routes routes, string path, string actions, Func<Call, ITerminable> find)
    {
        routes.Post($"{path}/terminate", $"{actions}terminate", call => Ask(call, find(call)));
        routes.Post($"{path}/confirmTermination", $"{actions}confirmTermination", call => Confirm(call, find(call)));
    }

    private static string Ask(Call call, ITerminable service)
    {
        var name = call.Path("serviceName");
        var world = call.World;
        service.TerminationToken = world.Identifiers.Secret("termination token");
        var id = world.Identifiers.Next("email");
        world.Emails.Add(new Email(
            id,
            world.Now,
            $"Termination of your service {name}",
            $"You asked for the termination of your service {name}. Confirm it on this "
                + $"page:\n{ConfirmationPage}?id={id}&token={service.TerminationToken}\n"));
        return $"A termination token for {name} was sent to {world.Account.Email}";
    }

    private static string Confirm(Call call, ITerminable service)
    {
        var body = call.Body;
        body.AllowOnly("commentary", "futureUse", "reason", "token");
        body.String("commentary");
        DemandOneOf(body, "futureUse", FutureUses);
        DemandOneOf(body, "reason", Reasons);
        if (body.RequiredString("token") != service.TerminationToken)
        {
            throw ApiException.BadRequest("[token] Given token is not valid");
        }

        (service.TerminationToken, service.Expired) = (null, true);
        return $"The termination of {call.Path("serviceName")} is confirmed";
    }

    private static void DemandOneOf(Body body, string name, string[] values)
    {
        if (body.String(name) is { } given && !values.Contains(given))
        {
            throw ApiException.BadRequest($"[{name}] Given data ({given}) is not one of {string.Join(", ", values)}");
        }
    }
}
