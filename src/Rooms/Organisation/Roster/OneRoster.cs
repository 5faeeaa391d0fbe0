using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Storage;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Roster;

/// <summary>The door's loader: reads the export as a whole first, then applies it in one transaction, or not at all.</summary>
internal sealed class OneRoster(Store store, OrganisationScope scope, TimeProvider clock, RosterLimits limits) : IRoster
{
    // One load at a time: two at once would each add the same people.
    private const long OneAtATime = 0x4c47_524f_5354;

    public async Task<RosterReport> LoadAsync(
        string path, Guid? intoOrganisationId, string? school, IProgress<RosterProgress>? progress, CancellationToken stop)
    {
        var file = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        var notes = new RosterNotes(limits);
        try
        {
            return await LoadAsync(path, file, intoOrganisationId, school, notes, progress, stop);
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

    private async Task<RosterReport> LoadAsync(
        string path, string file, Guid? into, string? school, RosterNotes notes, IProgress<RosterProgress>? progress, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var today = UkTime.DateOf(clock.GetUtcNow());
        RosterDraft draft;
        using (var files = RosterFiles.Open(path, limits)) draft = new RosterReader(files, limits, notes, today, progress, stop).Read();

        scope.OpenTo("roster");
        await using var work = await store.BeginAsync(stop);
        await store.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({OneAtATime})", stop);
        var places = await PlaceAsync(draft, into, school, notes, now, stop);
        var tally = new RosterTally();
        var people = new RosterPeople(store, tally, notes, now, today);
        var outOfScope = await ApplyAsync(draft, places, people, progress, stop);

        var report = new RosterReport
        {
            File = file,
            Source = draft.Source,
            Organisations = places.Count,
            Pupils = tally.Pupils.Count,
            Staff = tally.Staff.Count,
            Guardians = tally.Guardians.Count,
            Relations = tally.Relations.Count,
            Classes = draft.Classes,
            Ended = tally.Ended,
            OutOfScope = outOfScope,
            Refused = notes.Refused,
            RefusedRows = notes.RefusedRows,
            Notices = notes.Notices,
        };
        if (report.ChangedNothing) return report;

        var about = into ?? places.Places.Values.First().Id;
        var loaded = new RosterLoaded(new RecordRef("organisation", about), report.Added, report.ChangedRows, report.Ended, (int)Math.Min(int.MaxValue, report.RefusedRows));
        var outcome = await store.CommitAsync(Deed.OfSystem(about, "Roster load", now), [loaded, .. people.RolesEnded], stop);
        if (!outcome.IsDone) throw new RosterUnreadable("Somebody changed one of these people while the export was loaded. Nothing was taken; load it again.");
        return report;
    }

    private async Task<RosterPlaces> PlaceAsync(RosterDraft draft, Guid? into, string? school, RosterNotes notes, DateTimeOffset now, CancellationToken stop)
    {
        var known = await store.Set<Model.Organisation>().ToListAsync(stop);
        var target = into is null ? null : known.Find(one => one.Id == into) ?? throw new RosterUnreadable("The organisation to load into is not there.");
        var places = new RosterPlaces(draft, known, notes, now);
        if (target?.IsSetting == true) places.IntoSchool(target, school);
        else if (school is not null) throw new RosterUnreadable("--school is for loading into one school. Name that school as the target too.");
        else places.Under(target);

        store.AddRange(places.New);
        await store.SaveChangesAsync(stop);
        await store.LetNewOrganisationsInAsync(stop);
        store.ChangeTracker.Clear();
        return places;
    }

    private static async Task<int> ApplyAsync(
        RosterDraft draft, RosterPlaces places, RosterPeople people, IProgress<RosterProgress>? progress, CancellationToken stop)
    {
        var orgs = places.Places.Values.Select(place => place.Id).Distinct().ToList();
        var inside = draft.People.Values.Where(person => person.Organisations.Exists(places.Places.ContainsKey)).ToList();
        await people.KnowAsync(orgs, inside, stop);
        var done = 0L;
        foreach (var org in orgs)
        {
            var sources = places.Places.Where(pair => pair.Value.Id == org).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
            var here = inside.Where(person => person.Organisations.Exists(sources.Contains)).ToList();
            var relations = draft.Relations.Where(relation => relation.Other.Organisations.Exists(sources.Contains)).ToList();
            await people.SaveAsync(org, here, relations, person => person.Organisations.Where(sources.Contains).All(person.AsFamily.Contains), stop);
            progress?.Report(new RosterProgress("Saving", done += here.Count));
        }

        return draft.People.Count - inside.Count;
    }

    private static RosterReport Refused(string file, string sentence, RosterNotes notes) => new()
    {
        File = file,
        Refusal = sentence,
        Refused = notes.Refused,
        RefusedRows = notes.RefusedRows,
        Notices = notes.Notices,
    };
}
