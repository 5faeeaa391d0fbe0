using Lifeguard.DataProtection.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.DataProtection.Pages.DataProtection.Requests;

/// <summary>Puts together what somebody is given: the register, the account, and what the desks have decided to give. Nothing else is looked at.</summary>
internal sealed class FindPackage(Store store, IPeople people, IRoles roles, IOrganisations organisations, IEnumerable<IPersonPanel> panels, KeptCatalogue catalogue, TimeProvider clock)
{
    public async Task<Package> OfAsync(PersonRequest request, CancellationToken stop)
    {
        var today = UkTime.DateOf(clock.GetUtcNow());
        var given = await store.Set<RequestEntry>().AsNoTracking().Where(one => one.RequestId == request.Id && one.Decision == EntryDecision.Share)
            .OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync(stop);
        var check = new NameCheck(await people.NamesAsync(request.Org, stop), request.About);
        return new Package(
            (await organisations.GetAsync(request.Org, stop))?.Name ?? "", request.AboutName, today,
            await RegisterAsync(request, today, stop),
            [.. given.Select(one => (one.At, one.Heading, one.Text ?? ""))],
            [.. catalogue.All.Where(kept => !kept.AboutWhom.StartsWith("Nobody", StringComparison.Ordinal))],
            // Asked again at the end: somebody who came to the school since may bear a name that stands there.
            [.. given.SelectMany(one => check.Whole(one.Text ?? "")).Distinct()]);
    }

    private async Task<IReadOnlyList<(string Label, string Text)>> RegisterAsync(PersonRequest request, DateOnly today, CancellationToken stop)
    {
        List<(string, string)> lines = [];
        var rows = (await people.RowsOfAsync([request.About], stop)).Where(row => row.Org == request.Org).ToList();
        var births = await people.BirthdaysAsync([.. rows.Select(row => row.Id)], stop);
        foreach (var row in rows)
        {
            lines.Add(("Name", row.Name));
            if (births.TryGetValue(row.Id, out var born)) lines.Add(("Date of birth", UkTime.InWords(born)));
            if (row.YearGroup is { } year) lines.Add(("Year group", year));
            if (row.Class is { } group) lines.Add(("Class", group));
            if (row.JobTitle is { } job) lines.Add(("Work", job));
        }

        lines.AddRange((await roles.RolesOfAsync([request.About], today, stop)).Where(holder => holder.Org == request.Org).Select(holder => ("Role", holder.Role.InWords())));
        foreach (var panel in panels) lines.AddRange((await panel.FactsAsync(request.About, request.Org, stop)).Select(fact => (fact.Label, fact.Text)));
        return [.. lines.Distinct()];
    }
}

/// <summary>What somebody is given about themselves. Nothing in it tells whether anything was left out.</summary>
internal sealed record Package(
    string School, string About, DateOnly On, IReadOnlyList<(string Label, string Text)> Register, IReadOnlyList<(DateTimeOffset At, string Heading, string Text)> Entries,
    IReadOnlyList<KeptClass> Kept, IReadOnlyList<string> NamesLeft)
{
    /// <summary>The same sentence in every copy.</summary>
    public const string GeneralSentence =
        "The law asks a school to leave out what is about other people and what would be likely to cause serious harm. This copy was put together by that rule, as every copy is.";

    public const string Rights =
        "You can ask for what is wrong to be corrected, and object to what is done with it. If you are not content, write to the school first: a complaint is acknowledged within 30 days. You can also complain to the Information Commissioner's Office.";
}
