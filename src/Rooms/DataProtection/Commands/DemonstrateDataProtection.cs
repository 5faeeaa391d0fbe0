using Lifeguard.DataProtection.Contracts;
using Lifeguard.DataProtection.Model;
using Lifeguard.DataProtection.Pages.DataProtection.Requests;
using Lifeguard.DataProtection.Pages.DataProtection.Rules;
using Lifeguard.DataProtection.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.DataProtection.Commands;

/// <summary>
/// Gives the demonstration's data-protection lead something to look at: a period that the school has chosen beside one that nobody has
/// confirmed, a record that is held, and a request of a parent. Done through the acts behind the pages.
/// </summary>
public static class DemonstrateDataProtection
{
    private const int ReceivedDaysAgo = 9;

    /// <param name="lead">The data-protection lead.</param>
    /// <param name="desk">Somebody of the safeguarding team.</param>
    /// <param name="about">The name of the pupil whose parent asks.</param>
    /// <exception cref="InvalidOperationException">An act was refused.</exception>
    public static async Task RunAsync(IServiceProvider inside, Viewer lead, Viewer desk, string about, CancellationToken stop)
    {
        var now = inside.GetRequiredService<TimeProvider>().GetUtcNow();
        var org = lead.Home;
        Demand(await inside.GetRequiredService<ChooseRule>().RunAsync(lead, org, inside.GetRequiredService<RetentionFile>().All[0].Class, RetentionBasis.Birthday, 25, stop));

        List<KeptRecord> ended = [];
        foreach (var keeper in inside.GetServices<IKeeper>()) ended.AddRange(await keeper.EndedAsync(desk, [], Everything(inside, UkTime.DateOf(now)), stop));
        if (ended.OrderBy(one => one.RaisedOn).FirstOrDefault() is { } record)
            Demand(await inside.GetRequiredService<IRetention>().PlaceHoldAsync(record, HoldKind.Complaint, desk.Deed(record.Org, now, "The parents have complained to the governors about how it was dealt with. The complaint is to be heard first."), stop));

        var found = await inside.GetRequiredService<IPeople>().FindAsync(lead, org, about, [PersonKind.Pupil], 1, stop);
        if (found.Count == 0) throw new InvalidOperationException($"Nobody of the demonstration is called {about}.");
        var taken = new RequestTaken(RequestKind.Copy, "The mother, in writing", found[0].IdentityId, found[0].Name, "Known to the office; parental responsibility stands in the register.", UkTime.DateOf(now).AddDays(-ReceivedDaysAgo));
        Demand((await inside.GetRequiredService<TakeInRequest>().RunAsync(lead, org, taken, stop)).Outcome);
    }

    private static KeptSearch Everything(IServiceProvider inside, DateOnly today) =>
        new(inside.GetRequiredService<KeptCatalogue>().Reviewed.ToDictionary(kept => kept.Key, _ => new KeptBefore(today.AddDays(1), null)), []);

    private static void Demand(Outcome outcome)
    {
        if (!outcome.IsDone) throw new InvalidOperationException($"The demonstration was refused: {outcome.Refusals[0].Code}.");
    }
}
