using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lifeguard.Kernel;
using Lifeguard.Storage.Almanac;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Naming;
using Lifeguard.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lifeguard.Storage;

/// <summary>
/// The one store. A change, its journal rows, the reactions of other rooms and the letters it causes commit together,
/// and only through <see cref="CommitAsync(Deed, IHappened, CancellationToken)"/>: any other save is refused.
/// </summary>
public sealed class Store(DbContextOptions<Store> options, IEnumerable<ITables> tables, IServiceProvider services) : DbContext(options)
{
    private static readonly JsonSerializerOptions PayloadForm = new() { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    private readonly Queue<IHappened> _news = new();
    private Work? _work;
    private bool _maySave;

    /// <summary>Begins work in several saves (Identity's own, for one) that a commit completes; disposed without one, nothing happened.</summary>
    public async Task<Work> BeginAsync(CancellationToken stop)
    {
        if (_work is not null) throw new InvalidOperationException("Work has begun already.");
        // Work is done whole or not at all, so nothing ever goes back to a point within it.
        Database.AutoSavepointsEnabled = false;
        _work = new Work(await Database.BeginTransactionAsync(stop), End);
        return _work;
    }

    /// <summary>Commits what was changed, with its journal.</summary>
    /// <returns>Done, or <see cref="Refusal.ChangedMeanwhile"/> when somebody else changed a row since it was read, or is changing it now.</returns>
    public Task<Outcome> CommitAsync(Deed deed, IHappened happened, CancellationToken stop) => CommitAsync(deed, [happened], stop);

    /// <inheritdoc cref="CommitAsync(Deed, IHappened, CancellationToken)"/>
    public async Task<Outcome> CommitAsync(Deed deed, IReadOnlyList<IHappened> happened, CancellationToken stop)
    {
        if (happened.Count == 0) throw new ArgumentException("A change without news has no journal row.", nameof(happened));
        // What no room reacts to is a single save, and that is whole by itself.
        var work = _work ?? (happened.Any(HasReactions) ? await BeginAsync(stop) : null);
        try
        {
            foreach (var one in happened) _news.Enqueue(one);
            await TellRoomsAsync(deed, stop);
            _maySave = true;
            await SaveChangesAsync(acceptAllChangesOnSuccess: true, stop);
            if (work is not null) await work.CompleteAsync(stop);
            return Outcome.Done;
        }
        catch (Exception fault) when (fault is DbUpdateConcurrencyException || IsDeadlock(fault))
        {
            ChangeTracker.Clear();
            return Refusal.ChangedMeanwhile;
        }
        finally
        {
            _maySave = false;
            _news.Clear();
            if (work is not null) await work.DisposeAsync();
        }
    }

    /// <summary>
    /// Ends work that found nothing to write, and takes as long over it as over a journal row: the database writes and flushes a message
    /// that no table keeps. Whoever must not learn which of the two it was cannot tell by waiting.
    /// </summary>
    public async Task CommitNothingAsync(CancellationToken stop)
    {
        await using var work = _work ?? throw new InvalidOperationException("No work has begun.");
        await Database.ExecuteSqlAsync($"select pg_logical_emit_message(true, 'lifeguard', repeat('.', 500))", stop);
        await work.CompleteAsync(stop);
    }

    /// <summary>More news, from a reaction: journalled and handed on in the same transaction.</summary>
    public void Also(IHappened happened) => _news.Enqueue(happened);

    /// <summary>Puts a notice into the outbox, to leave after the commit if its reader may still know of the record then.</summary>
    public void Post(Letter letter, DateTimeOffset at) => Post(letter.Organisation, letter.ToIdentity, letter.About, letter.Urgency, at);

    /// <summary>Puts an invitation into the outbox, to leave after the commit if it is still open then.</summary>
    public void Post(InvitationLetter letter, DateTimeOffset at) =>
        Post(letter.Organisation, letter.ToIdentity, new RecordRef(InvitationLetter.Kind, letter.Invitation), LetterUrgency.Routine, at);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Changes are committed with a deed: use CommitAsync.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!_maySave && _work is null) throw new InvalidOperationException("Changes are committed with a deed: use CommitAsync.");
        ForgetWhatChanges();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        new StorageTables().Map(modelBuilder);
        foreach (var room in tables) room.Map(modelBuilder);
        SnakeCase.Apply(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<RandomReference>().HaveConversion<RandomReferenceConversion>();
        configurationBuilder.Properties<UrlAsText>().HaveConversion<UrlAsTextConversion>().HaveMaxLength(UrlAsText.MaxLength);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    // Delivery state is the outbox's own; it is not news about a record.
    internal async Task SaveOutboxAsync(Work work, CancellationToken stop)
    {
        await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, stop);
        await work.CompleteAsync(stop);
    }

    // Two pieces of work that held each other's rows: the database ended this one, and the other is what changed meanwhile.
    private static bool IsDeadlock(Exception fault) => fault.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected };

    private async Task TellRoomsAsync(Deed deed, CancellationToken stop)
    {
        while (_news.TryDequeue(out var happened))
        {
            Write(deed, happened);
            foreach (var reaction in ReactionsTo(happened)) await Reactions.CallAsync(reaction, happened, deed, stop);
        }
    }

    private bool HasReactions(IHappened happened) => ReactionsTo(happened).Any();

    private IEnumerable<object> ReactionsTo(IHappened happened) => services.GetServices(typeof(IReaction<>).MakeGenericType(happened.GetType())).OfType<object>();

    private void ForgetWhatChanges()
    {
        if (ChangeTracker.Entries().Any(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && KeptInAlmanac.IsKept(entry.Metadata)))
            services.GetRequiredService<Edition>().Forget();
    }

    private void Write(Deed deed, IHappened happened)
    {
        var at = JournalFormat.ToMicroseconds(deed.At);
        var payload = Payload(deed, happened);
        var salt = RandomNumberGenerator.GetBytes(JournalFormat.SaltLength);
        var payloadCommitment = JournalFormat.PayloadCommitment(salt, payload);
        var id = happened is IHasJournalId { JournalId: var given } ? given : Guid.CreateVersion7(at);
        var act = happened.GetType().Name;
        Set<JournalRow>().Add(new JournalRow
        {
            Id = id,
            Org = deed.Organisation,
            RecordKind = happened.About.Kind,
            RecordId = happened.About.Id,
            Act = act,
            ByIdentity = deed.By,
            At = at,
            Salt = salt,
            Payload = payload,
            PayloadCommitment = payloadCommitment,
            Commitment = JournalFormat.Commitment(id, deed.Organisation, happened.About.Kind, happened.About.Id, act, deed.By, at, payloadCommitment),
            Shown = happened is ListRead { Shown: var shown } ? [.. shown] : null,
        });
    }

    private static string Payload(Deed deed, IHappened happened)
    {
        var news = JsonSerializer.SerializeToNode(happened, happened.GetType(), PayloadForm)!.AsObject();
        news.Remove(nameof(IHappened.About));
        news.Remove(nameof(IHasJournalId.JournalId));
        news["ByName"] = deed.ByName;
        if (deed.Why is not null) news["Why"] = JsonValue.Create(deed.Why);
        return news.ToJsonString();
    }

    private void Post(Guid organisation, Guid toIdentity, RecordRef about, LetterUrgency urgency, DateTimeOffset at) =>
        Set<OutboxLetter>().Add(new OutboxLetter
        {
            Id = Guid.CreateVersion7(at),
            Org = organisation,
            ToIdentity = toIdentity,
            RecordKind = about.Kind,
            RecordId = about.Id,
            Urgency = urgency,
            WrittenAt = at,
            NotBefore = at,
        });

    private void End() => _work = null;
}
