using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Roster;
using Lifeguard.Organisation.Roster.Establishments;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lifeguard.Organisation.Imports;

/// <inheritdoc cref="IPeopleImports"/>
internal sealed class RunImports(Store store, OrganisationScope scope, RosterLoader roster, TakeEstablishment establishment, ImportFiles files, NpgsqlDataSource database, TimeProvider clock) : IPeopleImports
{
    // The file lies on the machine that took it. If that machine is gone for so long, the others say so.
    private static readonly TimeSpan FileMayBeElsewhere = TimeSpan.FromMinutes(15);

    // A preview that nobody looked at again is as old as the people in it.
    private static readonly TimeSpan PreviewLives = TimeSpan.FromDays(3);

    public async Task<bool> RunNextAsync(CancellationToken stop)
    {
        scope.OpenTo("people import");
        var now = clock.GetUtcNow();
        var old = now - PreviewLives;
        var waiting = await store.Set<PeopleImport>().AsNoTracking()
            .Where(one => one.State == ImportState.Waiting || one.State == ImportState.Confirmed || (one.State == ImportState.Previewed && one.StateAt < old))
            .OrderBy(one => one.StateAt).ToListAsync(stop);
        foreach (var import in waiting)
        {
            if (import.State is ImportState.Previewed) await GiveUpAsync(import, stop);
            else if (files.Has(import.Reference)) await WorkAsync(import, stop);
            else if (import.StateAt < now - FileMayBeElsewhere) await RefuseAsync(import, "The file is no longer there. Nothing was changed; choose it again.", stop);
            else continue;
            return true;
        }

        return false;
    }

    private async Task WorkAsync(PeopleImport import, CancellationToken stop)
    {
        var request = new RosterRequest(files.PathOf(import.Reference), import.Into, import.School)
        {
            Form = import.Form,
            FileName = import.FileName,
            By = import.ByIdentity,
            LeaversConfirmed = import.LeaversConfirmed,
        };
        var progress = new ImportProgress(database, import.Id, import.Org, clock);
        if (import.State is ImportState.Waiting) await PreviewAsync(import, request, progress, stop);
        else await ApplyAsync(import, request, progress, stop);
    }

    private async Task PreviewAsync(PeopleImport import, RosterRequest request, ImportProgress progress, CancellationToken stop)
    {
        var plan = import.Form is RosterForm.School ? await establishment.PlanAsync(request, stop) : await roster.PlanAsync(request, progress, stop);
        if (!plan.Report.IsTaken)
        {
            await RefuseAsync(import, plan.Report, stop);
            return;
        }

        await MoveAsync(import, ImportState.Waiting, (row, at) => row.Show(ImportWords.Write(plan), ImportWords.Write(plan.Report), at), stop);
    }

    private async Task ApplyAsync(PeopleImport import, RosterRequest request, ImportProgress progress, CancellationToken stop)
    {
        var plan = import.Form is RosterForm.School ? await establishment.LoadAsync(request, By, Applied, stop) : await roster.LoadAsync(request, By, Applied, progress, stop);
        if (!plan.Report.IsTaken) await RefuseAsync(import, plan.Report, stop);
        // The numbers changed since somebody looked: they are asked again.
        else if (plan.Report.NeedsConfirming) await MoveAsync(import, ImportState.Confirmed, (row, at) => row.Show(ImportWords.Write(plan), ImportWords.Write(plan.Report), at), stop);
        else files.Remove(import.Reference);

        Deed By(Guid org, DateTimeOffset at) => new(org, import.ByIdentity, import.ByName, at);

        void Applied(RosterReport report)
        {
            // Saved with the people, so that it says "applied" exactly when they are there.
            store.Update(import);
            import.Apply(ImportWords.Write(report), clock.GetUtcNow());
        }
    }

    private async Task GiveUpAsync(PeopleImport import, CancellationToken stop)
    {
        await MoveAsync(import, ImportState.Previewed, (row, at) => row.Cancel(at), stop);
        files.Remove(import.Reference);
    }

    private Task RefuseAsync(PeopleImport import, string sentence, CancellationToken stop) =>
        RefuseAsync(import, new RosterReport { File = import.FileName, Refusal = sentence }, stop);

    private async Task RefuseAsync(PeopleImport import, RosterReport report, CancellationToken stop)
    {
        await MoveAsync(import, import.State, (row, at) => row.Refuse(ImportWords.Write(report), at), stop);
        files.Remove(import.Reference);
    }

    // Read again: whoever waited for it may have given it up meanwhile.
    private async Task MoveAsync(PeopleImport import, ImportState from, Action<PeopleImport, DateTimeOffset> move, CancellationToken stop)
    {
        store.ChangeTracker.Clear();
        var row = await store.Set<PeopleImport>().SingleAsync(one => one.Id == import.Id, stop);
        if (row.State != from) return;
        var at = clock.GetUtcNow();
        move(row, at);
        await store.CommitAsync(Deed.OfSystem(row.Org, "People import", at), new PeopleImportMoved(row.Ref, row.State.ToString()), stop);
    }
}
