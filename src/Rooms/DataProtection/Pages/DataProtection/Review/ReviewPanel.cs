using Lifeguard.DataProtection.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.DataProtection.Pages.DataProtection.Review;

/// <summary>What is due for review, and what is about to be erased: for whoever decides or watches.</summary>
internal sealed class ReviewPanel(FindReview find, IPlaces places, FindRules rules) : IHomePanel
{
    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        List<Waiting> waiting = [];
        if (viewer.May(DataProtectionPermissions.Watch)) waiting.AddRange(await UnconfirmedAsync(viewer, stop));
        if (!viewer.May(DataProtectionPermissions.Review)) return waiting;

        var rows = await find.OfAsync(viewer, stop);
        Add(rows.Count(row => row.Purge is { IsConfirmed: true }), "A record is to be erased within a week: look whether that is right", "records are to be erased within a week: look whether that is right", WaitingUrgency.Today);
        Add(rows.Count(row => row.Waits && row.Purge!.ProposedBy != viewer.IdentityId), "Erasing a record waits for a second person", "records wait for a second person to say that they may be erased", WaitingUrgency.Open);
        Add(rows.Count(row => row is { IsOver: true, Purge: null, Holds.Count: 0, Record.DecideAt: not null }), "The period of a record is over: decide what becomes of it", "records whose period is over: decide what becomes of them", WaitingUrgency.Open);
        return waiting;

        void Add(int count, string one, string many, WaitingUrgency urgency)
        {
            if (count > 0) waiting.Add(new Waiting(count == 1 ? one : $"{count} {many}", Links.Review, urgency));
        }
    }

    private async Task<IEnumerable<Waiting>> UnconfirmedAsync(Viewer viewer, CancellationToken stop)
    {
        var schools = (await places.CardsAsync(viewer, DataProtectionPermissions.Watch, stop)).Where(one => one.Kind is OrganisationKind.School).ToList();
        var inForce = await rules.OfAsync([.. schools.Select(one => one.Id)], stop);
        return schools.FirstOrDefault(school => inForce[school.Id].Any(rule => !rule.IsConfirmed)) is { } first
            ? [new Waiting($"{first.Name}. Confirm for how long records are kept: nobody has said that it is the school's choice", Links.RulesOf(first.Id), WaitingUrgency.Open)]
            : [];
    }
}
