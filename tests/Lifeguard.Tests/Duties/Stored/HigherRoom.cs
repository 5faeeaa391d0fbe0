using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;

namespace Lifeguard.Tests.Duties.Stored;

/// <summary>Stands for the room that owns the records: says who may know of them and answers what is overdue.</summary>
internal sealed class HigherRoom : IRecordAudience
{
    public IReadOnlyCollection<string> Kinds => ["concern"];

    /// <summary>Records that a human being may not know of.</summary>
    public HashSet<(Guid Record, Guid Identity)> Hidden { get; } = [];

    public List<DutyOverdue> Overdue { get; } = [];

    public Guid? Alternate { get; set; }

    public Guid? FailsFor { get; set; }

    public Task<IReadOnlySet<Guid>> WhoMayKnowAsync(RecordRef record, IReadOnlyCollection<Guid> identities, CancellationToken stop) =>
        Task.FromResult<IReadOnlySet<Guid>>(identities.Where(identity => !Hidden.Contains((record.Id, identity))).ToHashSet());

    public Task<IReadOnlySet<Guid>> KnownToAsync(Viewer viewer, string kind, IReadOnlyCollection<Guid> ids, CancellationToken stop) =>
        Task.FromResult<IReadOnlySet<Guid>>(ids.Where(id => !Hidden.Contains((id, viewer.IdentityId))).ToHashSet());

    internal sealed class OnOverdue(HigherRoom room, IDuties duties) : IReaction<DutyOverdue>
    {
        public async Task OnAsync(DutyOverdue happened, Deed deed, CancellationToken stop)
        {
            if (room.FailsFor == happened.About.Id) throw new InvalidOperationException("The reaction fails.");
            room.Overdue.Add(happened);
            if (happened.Desk == "unconflicted-alternate" && room.Alternate is { } alternate)
                await duties.AlsoHoldAsync(happened.About, happened.Key, DutyHolder.Person(alternate), deed, stop);
        }
    }
}
