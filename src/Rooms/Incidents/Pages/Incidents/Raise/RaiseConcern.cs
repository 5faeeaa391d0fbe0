using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>
/// Turns a finished draft into a record. Who may know is decided from the names in the same transaction that stores the words,
/// and a draft sent twice (a double click, two tabs) makes one record and gives the same receipt.
/// </summary>
internal sealed class RaiseConcern(Store store, GatherFacts gather, Placing placing, Notices notices, TimeProvider clock)
{
    public async Task<RandomReference> RunAsync(Guid draftId, Guid school, Viewer? reporter, RaiseAnswers answers, CancellationToken stop)
    {
        if (await ReceiptOfAsync(draftId, stop) is { } already) return already;

        var at = clock.GetUtcNow();
        var facts = await gather.RunAsync(school, answers.People, new HashSet<Guid>(), stop);
        var incident = Incident.Raise(school, answers.Danger is Danger.Yes or Danger.Unsure, answers.ImageryConcerned ?? true, answers.HappenedAt, at);
        incident.Place(Routing.ForRecord(facts));
        var receipt = Write(incident, draftId, reporter, answers, at);

        List<IHappened> news = [Raised(incident, answers), new AudienceDecided(incident.Ref, incident.Desks, incident.Barred, "raised")];
        if (incident.RecordKind == RecordKind.Allegation)
            news.AddRange(await placing.OpenWelfareAsync(incident, facts, answers.People, answers.WhoLooksAfterTheChild, at, stop));
        await notices.RaisedAsync(incident, at, stop);

        var deed = reporter?.Deed(school, at) ?? new Deed(school, null, answers.ReporterName ?? "Somebody without an account", at);
        try
        {
            await store.CommitAsync(deed, news, stop);
            return receipt.Reference;
        }
        catch (DbUpdateException fault) when (fault.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation })
        {
            // The unique draft of the receipt: the other click was first, and its record is the one.
            store.ChangeTracker.Clear();
            return await ReceiptOfAsync(draftId, stop) ?? throw new InvalidOperationException("The report was not saved.", fault);
        }
    }

    private async Task<RandomReference?> ReceiptOfAsync(Guid draftId, CancellationToken stop) =>
        await store.Set<Receipt>().AsNoTracking().Where(one => one.DraftId == draftId).Select(one => (RandomReference?)one.Reference).SingleOrDefaultAsync(stop);

    private Receipt Write(Incident incident, Guid draftId, Viewer? reporter, RaiseAnswers answers, DateTimeOffset at)
    {
        store.Set<Incident>().Add(incident);
        store.Set<Report>().Add(new Report
        {
            IncidentId = incident.Id,
            Org = incident.Org,
            ReporterIdentity = reporter?.IdentityId,
            ReporterName = reporter?.Name ?? answers.ReporterName ?? "Not given",
            ReporterContact = answers.ReporterContact,
            Danger = answers.Danger ?? Danger.Unsure,
            WhatHappened = answers.WhatHappened ?? "",
            ChildsWords = answers.ChildsWords,
            WhereAndWhen = answers.WhereAndWhen,
            Address = answers.Address is { Length: > 0 } address ? new UrlAsText(address) : null,
            DoneAlready = answers.DoneAlready,
            WhoLooksAfterTheChild = answers.WhoLooksAfterTheChild,
            WrittenAt = answers.WrittenAt,
            RaisedAt = at,
        });
        foreach (var one in answers.People)
            store.Set<Involvement>().Add(Involvement.Of(incident.Id, incident.Org, one.PersonId, one.Name, one.NamedAs, one.Part, at));
        var receipt = new Receipt
        {
            Id = Guid.CreateVersion7(at),
            Org = incident.Org,
            Reference = RandomReference.New(),
            IncidentId = incident.Id,
            Author = reporter?.IdentityId,
            DraftId = draftId,
            MadeAt = at,
        };
        // Somebody who reports themselves holds a receipt that will never say more.
        if (receipt.Author is { } author && incident.Barred.Contains(author)) receipt.Freeze(ReceiptState.Received);
        store.Set<Receipt>().Add(receipt);
        return receipt;
    }

    private static ConcernRaised Raised(Incident incident, RaiseAnswers answers) => new(
        incident.Ref, answers.WhatHappened ?? "", answers.ChildsWords, answers.WhereAndWhen, answers.Address, answers.DoneAlready,
        (answers.Danger ?? Danger.Unsure).ToString(), answers.HappenedAt, answers.WrittenAt);
}
