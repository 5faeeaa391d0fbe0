using Lifeguard.Children.Contracts;
using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Respond;

/// <summary>
/// What a record can say to a question. It is only offered: a person answers, so that a plan rests on nothing that changes behind it, and
/// on no record that somebody who works on this one may not know of.
/// </summary>
internal sealed class CaseKnows(Store store, IPeople people, IChildFacts childFacts, TimeProvider clock)
{
    public async Task<Known?> AnswerAsync(Viewer viewer, IncidentHeading heading, string fact, CancellationToken stop)
    {
        var pupils = await store.Set<Involvement>().AsNoTracking()
            .Where(one => one.IncidentId == heading.Id && one.RemovedAt == null && one.NamedAs == NamedAs.Pupil && one.PersonId != null).ToListAsync(stop);
        if (pupils.Count == 0) return null;

        return fact switch
        {
            "youngest-age" => await YoungestAsync(pupils, stop),
            "needs-of-child-said-to-have-harmed" => await OfFileAsync(viewer, pupils.Where(one => one.Part == Part.SaidToHaveDoneIt), child => child.HasNeeds, "The child's file says so.", stop),
            "known-to-mental-health" => await OfFileAsync(viewer, pupils.Where(one => one.Part == Part.Harmed), child => child.HasHelp, "The child's file names who helps already.", stop),
            "must-not-be-found" => await OfFileAsync(viewer, pupils, child => child.MustNotBeFound, "A child's file speaks of an order, of care, or of somebody who must not be told.", stop),
            "earlier-like-this" => await EarlierAsync(viewer, heading, pupils, stop),
            _ => null,
        };
    }

    private async Task<Known?> YoungestAsync(List<Involvement> pupils, CancellationToken stop)
    {
        var born = await people.BirthdaysAsync([.. pupils.Select(one => one.PersonId!.Value).Distinct()], stop);
        if (born.Count == 0) return null;

        var (youngest, today) = (born.Values.Max(), UkTime.DateOf(clock.GetUtcNow()));
        var age = today.Year - youngest.Year;
        if (SchoolCalendar.Birthday(youngest, age) > today) age--;
        return age > 17 ? null : new Known(age < 13 ? "under-13" : age < 16 ? "13-15" : "16-17", $"The youngest pupil named on this record is {age}.");
    }

    private async Task<Known?> OfFileAsync(Viewer viewer, IEnumerable<Involvement> children, Func<ChildInShort, bool> says, string inWords, CancellationToken stop)
    {
        var ids = children.Select(one => one.PersonId!.Value).Distinct().ToList();
        return (await childFacts.InShortAsync(viewer, ids, stop)).Values.Any(says) ? new Known("yes", inWords) : null;
    }

    private async Task<Known?> EarlierAsync(Viewer viewer, IncidentHeading heading, List<Involvement> pupils, CancellationToken stop)
    {
        var ids = pupils.Where(one => one.Part is Part.Harmed or Part.SaidToHaveDoneIt).Select(one => one.PersonId).ToList();
        var types = await store.Set<Incident>().Where(one => one.Id == heading.Id).Select(one => one.Types).SingleAsync(stop);
        var found = await store.IncidentsFor(viewer).AnyAsync(
            other => other.Id != heading.Id && other.RaisedAt < heading.RaisedAt && other.Types.Any(type => types.Contains(type))
                && store.Set<Involvement>().Any(named => named.IncidentId == other.Id && named.RemovedAt == null && ids.Contains(named.PersonId)),
            stop);
        return found ? new Known("yes", "There is an earlier record of the same kind that you may read and that names one of these children.") : null;
    }
}

/// <param name="Answer">Which answer it speaks for.</param>
/// <param name="Says">Where that comes from, in a sentence.</param>
internal sealed record Known(string Answer, string Says);
