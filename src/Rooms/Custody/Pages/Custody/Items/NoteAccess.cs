using Lifeguard.Custody.Contracts;
using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Custody.Pages.Custody.Items;

internal sealed record AccessAnswers(Guid Id, string Person, string Role, string? LogIn, string How, string Period);

/// <summary>Puts somebody on the list of those who could use a computer or device.</summary>
internal sealed class NoteAccess(Store store, ItemPages pages, CountOnce once, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, AccessAnswers answers, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } item) return Refusal.NotFound;
        if (!item.IsOpen) return Refusals.ItemEnded;
        if (await once.IsThereAsync<Access>(answers.Id, stop)) return Outcome.Done;

        var deed = viewer.Deed(item.Org, clock.GetUtcNow());
        store.Add(new Access
        {
            Id = answers.Id,
            Org = item.Org,
            ItemId = item.Id,
            Person = answers.Person,
            Role = answers.Role,
            LogIn = answers.LogIn,
            How = answers.How,
            Period = answers.Period,
            EnteredAt = deed.At,
            ByName = viewer.Name,
        });
        return await once.CommitAsync<Access>(answers.Id, deed, [new AccessNoted(item.Ref, answers.Person, answers.Role, answers.LogIn, answers.How, answers.Period)], stop);
    }
}
