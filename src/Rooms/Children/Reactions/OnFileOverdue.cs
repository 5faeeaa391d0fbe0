using Lifeguard.Children.Model;
using Lifeguard.Children.Storage;
using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Reactions;

/// <summary>A file was not sent, or its receipt not confirmed, when its day was over: everybody who keeps it is told.</summary>
internal sealed class OnFileOverdue(Store store, Team team) : IReaction<DutyOverdue>
{
    public async Task OnAsync(DutyOverdue happened, Deed deed, CancellationToken stop)
    {
        if (happened.About.Kind != ChildFile.Kind || await store.Set<ChildFile>().SingleOrDefaultAsync(file => file.Id == happened.About.Id, stop) is not { } file) return;
        foreach (var one in await team.OfAsync(file, stop)) store.Post(new Letter(file.Org, one.IdentityId, file.Ref, LetterUrgency.Routine), deed.At);
    }
}
