using System.Globalization;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Roster.Plain;
using Lifeguard.Organisation.Storage;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Roster;

/// <summary>
/// Reads an export as a whole, compares it with what is known, and then, if asked to, applies the difference in one transaction,
/// or not at all. Why one: docs/decisions/0013.
/// </summary>
internal sealed class RosterLoader(Store store, OrganisationScope scope, IOrganisationSettings settings, TimeProvider clock, RosterLimits limits) : IRoster
{
    /// <summary>Goes before <see cref="RosterLimits.PupilPercentUnasked"/>.</summary>
    public static readonly Setting LeaversAsked = new(
        "people.leavers-asked-from-percent",
        "Imports of people",
        "When an import asks before pupils leave",
        "A file of another school, or half a file, would make many pupils leavers. Above this share of a school's pupils the import waits until somebody types how many would leave.",
        "Lifeguard's own choice: a year group that leaves a secondary school is about a fifth of it",
        [new SettingField("Ask when more leave than", "in a hundred", RosterLimits.Usual.PupilPercentUnasked, 1, 50)]);

    // One load at a time: two at once would each add the same people.
    private const long OneAtATime = 0x4c47_524f_5354;

    /// <summary>What the export would change. Nothing is written.</summary>
    public Task<RosterPlan> PlanAsync(RosterRequest request, IProgress<RosterProgress>? progress, CancellationToken stop) =>
        GuardedAsync(request, async notes =>
        {
            var reading = Read(request, notes, await KnownAsync(request.Into, stop), progress, stop);
            scope.OpenTo("roster");
            return (await CompareAsync(reading, request, notes, progress, stop)).Plan;
        });

    public async Task<RosterReport> LoadAsync(RosterRequest request, IProgress<RosterProgress>? progress, CancellationToken stop) =>
        (await LoadAsync(request, null, null, progress, stop)).Report;

    /// <summary>The same, done by somebody, with more to be saved in the transaction that changes people.</summary>
    /// <param name="by">Who does it; null for the command line.</param>
    /// <param name="also">Called before the commit, also when there is nothing to change; whatever it changes is saved with it.</param>
    public Task<RosterPlan> LoadAsync(RosterRequest request, Func<Guid, DateTimeOffset, Deed>? by, Action<RosterReport>? also, IProgress<RosterProgress>? progress, CancellationToken stop) =>
        GuardedAsync(request, async notes =>
        {
            var reading = Read(request, notes, await KnownAsync(request.Into, stop), progress, stop);
            scope.OpenTo("roster");
            await using var work = await store.BeginAsync(stop);
            await store.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({OneAtATime})", stop);
            var compared = await CompareAsync(reading, request, notes, progress, stop);
            var report = compared.Plan.Report;
            if (report.TakesOutWhoAsks) throw new RosterUnreadable("You are yourself among those who would leave, so it was not applied. Is it the file of another school, or made with other numbers?");
            if (report.NeedsConfirming || (report.ChangedNothing && also is null)) return compared.Plan;

            var now = clock.GetUtcNow();
            store.AddRange(compared.Places.New);
            store.UpdateRange(compared.Places.Adopted);
            await store.SaveChangesAsync(stop);
            await store.LetNewOrganisationsInAsync(stop);
            store.ChangeTracker.Clear();
            var saving = new RosterSaving(store, limits, now, UkTime.DateOf(now));
            await saving.RunAsync(compared.Work, progress, stop);
            also?.Invoke(report);
            var about = new RecordRef("organisation", request.Into ?? compared.Places.Places.Values.First().Id);
            List<IHappened> news = [new RosterLoaded(about, report.Added, report.ChangedRows, report.Ended, (int)Math.Min(int.MaxValue, report.RefusedRows)), .. saving.RolesEnded];
            if (saving.Left.Count > 0) news.Add(new PeopleLeft(about, saving.Left));
            var deed = by?.Invoke(about.Id, now) ?? Deed.OfSystem(about.Id, "Roster load", now);
            var outcome = await store.CommitAsync(deed, news, stop);
            if (!outcome.IsDone) throw new RosterUnreadable("Somebody changed one of these people while the export was loaded. Nothing was taken; load it again.");
            return compared.Plan;
        });

    private async Task<RosterPlan> GuardedAsync(RosterRequest request, Func<RosterNotes, Task<RosterPlan>> work)
    {
        var file = NameOf(request);
        var notes = new RosterNotes(limits);
        try
        {
            return await work(notes);
        }
        catch (RosterUnreadable refused)
        {
            return Refused(file, refused.Message, notes);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refused(file, $"{file} could not be read from the disk. Look whether it is still there and may be read.", notes);
        }
    }

    private RosterDraft Read(RosterRequest request, RosterNotes notes, IReadOnlyList<DraftOrganisation> known, IProgress<RosterProgress>? progress, CancellationToken stop)
    {
        var today = UkTime.DateOf(clock.GetUtcNow());
        if (request.Form is RosterForm.OneRoster)
        {
            using var files = RosterFiles.Open(request.Path, limits, NameOf(request));
            return new RosterReader(files, limits, notes, today, progress, stop) { Known = known }.Read();
        }

        using var one = RosterFiles.OpenOne(request.Path, NameOf(request), limits);
        return new PlainReader(one, NameOf(request), request.Form, limits, notes, today, progress, stop).Read();
    }

    // A file of changes leaves out the schools that did not change.
    private async Task<IReadOnlyList<DraftOrganisation>> KnownAsync(Guid? into, CancellationToken stop)
    {
        var all = await store.Set<Model.Organisation>().AsNoTracking().ToListAsync(stop);
        var byId = all.ToDictionary(one => one.Id);
        return [.. all.Where(one => one.SourceId is not null && IsUnder(one, into, byId)).Select(one => new DraftOrganisation(
            one.SourceId!, one.Name, one.Kind, null, one.ParentId is { } above ? byId[above].SourceId : null, IsEnded: false, Line: 0) { KnownId = one.Id })];
    }

    private static bool IsUnder(Model.Organisation one, Guid? target, Dictionary<Guid, Model.Organisation> all)
    {
        if (target is null) return true;
        Guid? at = one.Id;
        for (var steps = 0; at is { } id && steps < 20; steps++)
        {
            if (id == target) return true;
            at = all[id].ParentId;
        }

        return false;
    }

    private async Task<Compared> CompareAsync(RosterDraft draft, RosterRequest request, RosterNotes notes, IProgress<RosterProgress>? progress, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var places = await PlaceAsync(draft, request, notes, now, stop);
        var (tally, planning) = (new RosterTally(), new RosterPlanning(limits));
        var comparison = new RosterComparison(store, draft, places, notes, tally, planning, request.By, now, UkTime.DateOf(now));
        var work = await comparison.RunAsync(progress, stop);
        var leavers = tally.Leavers;
        var report = new RosterReport
        {
            File = NameOf(request),
            Source = draft.Source,
            Organisations = places.Count,
            Pupils = tally.Pupils.Count,
            Staff = tally.Staff.Count,
            Guardians = tally.Guardians.Count,
            Relations = tally.Relations.Count,
            Classes = draft.Classes,
            Ended = leavers.Total,
            Leavers = leavers,
            TakesOutWhoAsks = comparison.TakesOutWhoAsks,
            Returned = tally.Returned,
            Twins = planning.Twins,
            OutOfScope = comparison.OutOfScope,
            Refused = notes.Refused,
            RefusedRows = notes.RefusedRows,
            Notices = notes.Notices,
            NeedsConfirming = request.LeaversConfirmed != leavers.Total && await AreManyAsync(tally, stop),
        };
        return new Compared(planning.Plan(report), places, work);
    }

    private async Task<bool> AreManyAsync(RosterTally tally, CancellationToken stop)
    {
        if (tally.Leavers.Total > limits.LeaversUnasked) return true;
        foreach (var (org, percent) in tally.PupilShares())
        {
            var set = await settings.ValueAsync(org, LeaversAsked.Key, stop);
            if (percent > (LeaversAsked.Fits(set) ? LeaversAsked.Read(set)[0] : limits.PupilPercentUnasked)) return true;
        }

        return false;
    }

    private async Task<RosterPlaces> PlaceAsync(RosterDraft draft, RosterRequest request, RosterNotes notes, DateTimeOffset now, CancellationToken stop)
    {
        var known = await store.Set<Model.Organisation>().AsNoTracking().ToListAsync(stop);
        var target = request.Into is null ? null : known.Find(one => one.Id == request.Into) ?? throw new RosterUnreadable("The organisation to load into is not there.");
        var places = new RosterPlaces(draft, known, notes, now);
        if (request.Form is not RosterForm.OneRoster)
        {
            if (target?.IsSetting != true) throw new RosterUnreadable("A file of pupils, staff or parents goes into one school. Say which.");
            places.Only(PlainReader.School, target);
        }
        else if (target?.IsSetting == true) places.IntoSchool(target, request.School);
        else if (request.School is not null) throw new RosterUnreadable("--school is for loading into one school. Name that school as the target too.");
        else places.Under(target);
        return places;
    }

    private static string NameOf(RosterRequest request) => request.FileName ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(request.Path));

    private static RosterPlan Refused(string file, string sentence, RosterNotes notes) => new()
    {
        Report = new RosterReport { File = file, Refusal = sentence, Refused = notes.Refused, RefusedRows = notes.RefusedRows, Notices = notes.Notices },
    };

    private sealed record Compared(RosterPlan Plan, RosterPlaces Places, IReadOnlyList<PlacePlan> Work);
}
