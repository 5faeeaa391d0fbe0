using Lifeguard.Custody.Contracts;
using Lifeguard.Custody.Model;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Custody.Pages.Custody.Items;

/// <summary>What whoever answers for an item says of it: is it safe to stop, is an offence possible, what do the police say, who must not learn of it.</summary>
internal sealed class AnswerForItem(Store store, ItemPages pages, WhoItMayMean who, TimeProvider clock)
{
    public Task<Outcome> SafetyAsync(Viewer viewer, RandomReference reference, YesNoUnsure safe, YesNoUnsure exposed, CancellationToken stop) => AnswerAsync(viewer, reference, (item, deed) =>
    {
        var answers = new SafetyAnswers(safe, exposed, viewer.Name, deed.At);
        return (item.AnswerSafety(answers), IsolateDevice.Answered(item, answers));
    }, stop);

    public Task<Outcome> OffenceAsync(Viewer viewer, RandomReference reference, bool possible, string because, CancellationToken stop) =>
        AnswerAsync(viewer, reference, (item, _) => (item.SettleOffence(possible, because), new OffenceSettled(item.Ref, possible, because)), stop);

    public Task<Outcome> PoliceAsync(Viewer viewer, RandomReference reference, string officer, string number, bool mayBeReleased, string says, CancellationToken stop) => AnswerAsync(viewer, reference, (item, deed) =>
        (item.RecordAdvice(new PoliceAdvice(officer, number, mayBeReleased, says, deed.At, viewer.Name)), new PoliceAdvised(item.Ref, officer, number, mayBeReleased, says)), stop);

    /// <summary>Whoever the name may mean never learns of the item from now on, and their family neither.</summary>
    public async Task<Outcome> KeepFromAsync(Viewer viewer, RandomReference reference, string name, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } item || !ItemPages.Leads(viewer, item)) return Refusal.NotFound;
        var away = await who.ToKeepAwayAsync(item.Org, name, pupilsAlone: false, stop);
        if (away.Count == 0) return Refusals.NobodyOfThatName;
        item.KeepFrom(away);
        return await store.CommitAsync(viewer.Deed(item.Org, clock.GetUtcNow()), new KeptFromItem(item.Ref, away.Count), stop);
    }

    private async Task<Outcome> AnswerAsync(Viewer viewer, RandomReference reference, Func<Item, Deed, (Outcome, IHappened)> answer, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } item || !ItemPages.Leads(viewer, item)) return Refusal.NotFound;
        var deed = viewer.Deed(item.Org, clock.GetUtcNow());
        var (outcome, news) = answer(item, deed);
        return outcome.IsDone ? await store.CommitAsync(deed, news, stop) : outcome;
    }
}
