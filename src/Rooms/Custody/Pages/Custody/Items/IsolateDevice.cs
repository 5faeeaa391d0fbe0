using Lifeguard.Custody.Contracts;
using Lifeguard.Custody.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Custody.Pages.Custody.Items;

/// <summary>Nobody uses the device from then on. The safeguarding lead's answers come first; they may have been given by telephone.</summary>
internal sealed class IsolateDevice(Store store, ItemPages pages, TimeProvider clock)
{
    /// <param name="answers">As the lead gave them now; null where they stand on the item.</param>
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, SafetyAnswers? answers, Isolation isolation, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } item) return Refusal.NotFound;

        List<IHappened> news = [];
        if (answers is not null)
        {
            if (item.AnswerSafety(answers) is { IsDone: false } refused) return refused;
            news.Add(Answered(item, answers));
        }

        var outcome = item.Isolate(isolation);
        if (outcome.IsDone) news.Add(new DeviceIsolated(item.Ref, isolation.By, isolation.How));
        // "It is not safe" is an answer that must be kept, though nothing was isolated.
        if (news.Count == 0) return outcome;
        var committed = await store.CommitAsync(viewer.Deed(item.Org, clock.GetUtcNow()), news, stop);
        return committed.IsDone ? outcome : committed;
    }

    public static SafetyAnswered Answered(Item item, SafetyAnswers answers) =>
        new(item.Ref, answers.SafeToStop.InWords(), answers.LeavesChildExposed.InWords(), answers.By);
}
