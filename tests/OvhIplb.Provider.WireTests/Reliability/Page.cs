using System.Globalization;
using System.Text;

namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>docs/reliability.md: the outcomes as users read them, equal ones together.</summary>
internal static class Page
{
    private const string Introduction = """
        # What happens when something goes wrong

        Every operation of every resource was run against the simulator in [offline/OvhSimulator](../offline/OvhSimulator/README.md), and for each call
        of the API that it makes, everything below was made to go wrong with the first such call. Then the same was run again, with nothing in the
        way. In every case:

        - **The next run ends well**: the world and the state are as if nothing had happened, and a further run finds nothing to do.
          Only a delete has no next run once its object is gone: where its refresh fails, or was cut off with it, that is a warning, and any later refresh makes it live.
          And what a create made that was killed before its answer came is found by the next one, so it counts as found (`origin: adopted`):
          deleting it leaves it there unless `onDelete` says otherwise.
        - **Nothing is lost**: what was begun is found again, by its task in the state or by looking before asking.
        - **Nothing is done twice**: no IP is moved or parked twice, no certificate ordered, uploaded or deleted twice. Only a refresh whose end nobody saw is
          asked for once more, as what was saved since it began is not part of it.
        - **An expired service is no dead end**: a load balancer or an IP that has expired, or was terminated, answers 460 to every call until OVHcloud
          removes it, and 404 from then on. `pulumi refresh` keeps the state and warns, `pulumi destroy` and an `up` without the resource succeed with a
          warning, and a preview goes on with one. A create, an update, an import and a function fail and say what to do: renew the service, or take it
          out of the program. Where it is renewed after a delete, what was there still is, and no longer in the state. After a 404, `pulumi refresh`
          takes what is gone out of the state.
        - **No credential and no private key is shown**, although the API's answers repeated all of them.

        What is left of an operation that failed:

        | | |
        |---|---|
        | error, kept | The state has the resource with its id and task, marked as unfinished; `pulumi refresh` says so again, and the next `pulumi up` updates it. |
        | error, nothing kept | There is no resource in the state; the next `pulumi up` creates it, and finds what is there or under way. |
        | error, as before | The state is as it was before the operation; the next run does it again. |
        | cut off | The same, without the plugin having had a say; it makes no difference whether it had the answer to its request. |

        Calls that may be sent twice (`GET`, `PUT`, `DELETE`) are sent up to four times: "at every try" means that all four failed. A `POST` is sent again only
        after 429, so for it one 500 is every try. A `GET` has no effect to be lost after. A task that is being followed is looked at again until the
        operation's time is over, so there even four failures in a row are sat out. The calls were signed with application keys; a service account
        asks for a token where they ask for the time, and what goes wrong with that ends the same way. After "expired (460)" the service is renewed
        before the next run. "Its task ends meanwhile" means: after the operation was
        stopped, and before the next run.

        ## Pending operations

        A second Ctrl-C, or the end of the `pulumi` process, cuts operations off without an answer from the plugin. The engine then keeps them in the state as
        pending operations, and each further `pulumi up` warns of interrupted creates, also after the resource is there:

        1. After a killed `pulumi`, run `pulumi cancel` if the stack is still locked. The plugin ends by itself within seconds.
        2. Run `pulumi up`. It warns, finds what the interrupted create made or left under way, and asks for nothing twice.
        3. Run `pulumi refresh --clear-pending-creates`. It removes the pending creates from the state, and no object. In a terminal, `pulumi refresh` without
           the flag asks for each.

        Do not clear them before step 2 has ended well: until then the warning is the only record of the create. `pulumi refresh` removes pending updates and
        deletes itself; the next `pulumi up` or `pulumi destroy` does them again.

        This page is written by `tests/OvhIplb.Provider.WireTests/Reliability`, from what happened in them.

        """;

    public static string Of(IReadOnlyList<Outcome> outcomes)
    {
        var text = new StringBuilder(Introduction);
        foreach (var subject in outcomes.GroupBy(static outcome => outcome.Case.Usual.Subject.Type))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {subject.Key}\n");
            foreach (var operation in subject.GroupBy(static outcome => outcome.Case.Usual.Operation))
            {
                text.Append(CultureInfo.InvariantCulture, $"\n### {operation.Key}\n\n")
                    .Append("| call | what goes wrong | what you see | what the next run asks for | what took effect in all "
                        + "|\n|---|---|---|---|---|\n");
                AppendRows(text, [.. operation]);
            }
        }

        return text.ToString();
    }

    /// <summary>Calls with which everything goes the same way share their rows, and so do mishaps that end the same way.</summary>
    private static void AppendRows(StringBuilder text, Outcome[] operation)
    {
        var calls = operation.GroupBy(static outcome => outcome.Case.Call).Select(static call => (
            Call: $"`{call.Key}`",
            Rows: call.GroupBy(static outcome => Cells.Of(outcome)).Select(static row =>
                $"{string.Join("; ", row.Select(static outcome => outcome.Case.Mishap.Words))} | {row.Key}").ToArray()));
        foreach (var alike in calls.GroupBy(static call => string.Join('\n', call.Rows)))
        {
            var names = string.Join("<br>", alike.Select(static call => call.Call));
            foreach (var row in alike.First().Rows)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {names} | {row} |\n");
                names = "";
            }
        }
    }
}
