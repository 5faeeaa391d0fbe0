using System.Globalization;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Roster.Establishments;

/// <summary>
/// Compares a school's own details with its row in the national register, and takes over what differs, if asked to. What the row leaves
/// empty stays as somebody wrote it here.
/// </summary>
internal sealed class TakeEstablishment(Store store, OrganisationScope scope, IRoles roles, TimeProvider clock, RosterLimits limits)
{
    /// <summary>What would change. Nothing is written.</summary>
    public async Task<RosterPlan> PlanAsync(RosterRequest request, CancellationToken stop)
    {
        scope.OpenTo("school details");
        return (await CompareAsync(request, stop)).Plan;
    }

    /// <param name="by">Who does it; null for the command line.</param>
    /// <param name="also">Called before the commit, also when there is nothing to change; whatever it changes is saved with it.</param>
    public async Task<RosterPlan> LoadAsync(RosterRequest request, Func<Guid, DateTimeOffset, Deed>? by, Action<RosterReport>? also, CancellationToken stop)
    {
        scope.OpenTo("school details");
        var (plan, school, details) = await CompareAsync(request, stop);
        if (school is null || details is null || (plan.Report.ChangedNothing && also is null)) return plan;

        var now = clock.GetUtcNow();
        school.Take(details);
        also?.Invoke(plan.Report);
        var news = new SchoolDetailsTaken(new RecordRef("organisation", school.Id), [.. plan.School.Select(one => one.What)]);
        var outcome = await store.CommitAsync(by?.Invoke(school.Id, now) ?? Deed.OfSystem(school.Id, "School details", now), news, stop);
        return outcome.IsDone ? plan : Refused(NameOf(request), "Somebody changed these details meanwhile. Nothing was taken; load the file again.", new RosterNotes(limits));
    }

    private async Task<Compared> CompareAsync(RosterRequest request, CancellationToken stop)
    {
        var (file, notes) = (NameOf(request), new RosterNotes(limits));
        try
        {
            var school = await store.Set<Model.Organisation>().SingleOrDefaultAsync(one => one.Id == request.Into, stop);
            if (school?.IsSetting != true) throw new RosterUnreadable("A file of school details goes to one school. Say which.");

            using var files = RosterFiles.OpenOne(request.Path, file, limits);
            var row = new EstablishmentReader(files, file, limits, notes, stop).Find(school.Details(), request.School);
            if (row.IsClosed) notes.Notice($"{file}: the register says that this school is closed.");
            var details = Merge(school.Details(), row);
            var changes = Changes(school.Details(), details);
            var report = new RosterReport { File = file, SchoolDetails = changes.Count, Refused = notes.Refused, RefusedRows = notes.RefusedRows, Notices = notes.Notices };
            return new Compared(new RosterPlan { Report = report, School = changes, Head = await HeadAsync(school.Id, row, stop) }, school, details);
        }
        catch (RosterUnreadable refused)
        {
            return new Compared(Refused(file, refused.Message, notes), null, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Compared(Refused(file, $"{file} could not be read from the disk. Look whether it is still there and may be read.", notes), null, null);
        }
    }

    private static SchoolDetails Merge(SchoolDetails known, Establishment row) => known with
    {
        Name = row.Name,
        Urn = row.Urn,
        LocalAuthority = row.Authority ?? known.LocalAuthority,
        Phase = row.Phase ?? known.Phase,
        EstablishmentType = row.Type ?? known.EstablishmentType,
        Address = row.Address ?? known.Address,
        Telephone = row.Telephone is { } number && !SameNumber(number, known.Telephone) ? number : known.Telephone,
        Website = row.Website ?? known.Website,
        LowestAge = row.LowestAge ?? known.LowestAge,
        HighestAge = row.HighestAge ?? known.HighestAge,
    };

    // With or without spaces it is the same number, and people like theirs.
    private static bool SameNumber(string one, string? other) => other is not null && Digits(one) == Digits(other);

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));

    private static List<PlannedChange> Changes(SchoolDetails before, SchoolDetails now)
    {
        List<PlannedChange> changes = [];
        Differ("Name", before.Name, now.Name);
        Differ("URN", before.Urn, now.Urn);
        Differ("Local authority", before.LocalAuthority, now.LocalAuthority);
        Differ("Phase", before.Phase, now.Phase);
        Differ("Type", before.EstablishmentType, now.EstablishmentType);
        Differ("Address", before.Address, now.Address);
        Differ("Telephone", before.Telephone, now.Telephone);
        Differ("Website", before.Website, now.Website);
        Differ("Youngest age", before.LowestAge?.ToString(CultureInfo.InvariantCulture), now.LowestAge?.ToString(CultureInfo.InvariantCulture));
        Differ("Oldest age", before.HighestAge?.ToString(CultureInfo.InvariantCulture), now.HighestAge?.ToString(CultureInfo.InvariantCulture));
        return changes;

        void Differ(string what, string? from, string? to)
        {
            if (from != to) changes.Add(new PlannedChange(what, from, to));
        }
    }

    private async Task<string?> HeadAsync(Guid school, Establishment row, CancellationToken stop)
    {
        if (row.HeadName is not { } name) return null;
        var heads = await roles.HoldersAsync(school, [Role.Head, Role.ActingHead], UkTime.DateOf(clock.GetUtcNow()), stop);
        return heads.Any(one => Folding.Fold(one.Name) == Folding.Fold(name)) ? null : row.Head;
    }

    private static string NameOf(RosterRequest request) => request.FileName ?? Path.GetFileName(request.Path);

    private static RosterPlan Refused(string file, string sentence, RosterNotes notes) => new()
    {
        Report = new RosterReport { File = file, Refusal = sentence, Refused = notes.Refused, RefusedRows = notes.RefusedRows, Notices = notes.Notices },
    };

    private sealed record Compared(RosterPlan Plan, Model.Organisation? School, SchoolDetails? Details);
}
