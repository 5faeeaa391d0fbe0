using Lifeguard.Custody.Contracts;
using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Custody.Pages.Custody.Confiscations;

internal sealed record ThingAnswers(Guid Id, string What, string PupilName, string Reason, string? ReasonWords, string KeptWhere, bool AtOffice, DateTimeOffset DueAt, string? ToldWho);

/// <summary>Writes down what was taken from a pupil.</summary>
internal sealed class TakeThing(Store store, WhoItMayMean who, CountOnce once, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, Guid org, ThingAnswers answers, CancellationToken stop)
    {
        if (await once.IsThereAsync<Confiscation>(answers.Id, stop)) return Outcome.Done;
        var deed = viewer.Deed(org, clock.GetUtcNow());
        var pupil = await who.PupilAsync(org, answers.PupilName, stop);
        var thing = new Confiscation
        {
            Id = answers.Id,
            Org = org,
            Reference = RandomReference.New(),
            What = answers.What,
            PupilName = answers.PupilName,
            PupilIdentity = pupil,
            Reason = answers.Reason,
            ReasonWords = answers.ReasonWords,
            TakenBy = viewer.IdentityId,
            TakenByName = viewer.Name,
            TakenAt = deed.At,
            DueAt = answers.DueAt,
            Barred = pupil is { } identity ? [identity] : [],
        };
        thing.Move(answers.KeptWhere, answers.AtOffice);
        List<IHappened> news = [new ThingConfiscated(thing.Ref, thing.What, thing.Reason, thing.KeptWhere, thing.DueAt)];
        if (answers.ToldWho is { } told)
        {
            thing.Tell(new ParentTold(told, "Told when it was taken", deed.At, viewer.Name));
            news.Add(new ParentToldOfIt(thing.Ref, told, "Told when it was taken"));
        }

        store.Add(thing);
        return await once.CommitAsync<Confiscation>(thing.Id, deed, news, stop);
    }
}
