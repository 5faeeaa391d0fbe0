using System.Collections;
using System.Reflection;
using System.Security.Cryptography;
using Lifeguard.Incidents;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Kernel;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Storage;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Guards;

/// <summary>
/// A record in which every field holds a random word of its own: its row, every row of every table that hangs on it, and one journal row
/// for each event of the room. Tables, columns and events are taken from the model, so that one added later is filled as well.
/// </summary>
internal sealed class FilledRecord
{
    public const string Mark = "zqx";

    // Texts that the house chooses from a list and reads back; any other word in them is a fault of its own kind.
    private static readonly Dictionary<string, string> Fixed = new()
    {
        ["FormCompleted.Intent"] = nameof(Intent.Deliberate),
        ["PersonInvolved.Part"] = nameof(Part.SawIt),
        ["ConcernRaised.Danger"] = nameof(Danger.No),
        ["SupportRecorded.State"] = nameof(SupportState.Offered),
        ["AudienceDecided.Desks"] = nameof(Desk.SafeguardingTeam),
        ["AudienceDecided.Because"] = "raised",
        ["UnopenedRaised.Desk"] = nameof(Desk.Head),
    };

    // Not filled: a row here is itself a decision about who may know.
    private static readonly Type[] Decisions = [typeof(DeclaredConflict), typeof(WelfareBeside), typeof(IncidentLink)];
    private static readonly string[] Audience = [nameof(Incident.Desks), nameof(Incident.Escalated), nameof(Incident.Joined), nameof(Incident.Barred)];

    // A run goes on with an edition of a flow that is there.
    private static readonly Lazy<Guid> Nudes = new(() => FlowLibrary.BuiltIn().EditionOf("nudes")!.Id);

    private readonly Dictionary<string, string> _fieldOfWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Type, object> _rows = [];
    private Func<string, string> _around = word => word;

    public required Guid Id { get; init; }

    public RandomReference Reference { get; private set; }

    /// <summary>The field in which each word was hidden.</summary>
    public IReadOnlyDictionary<string, string> FieldOfWord => _fieldOfWord;

    /// <summary>The word of a field; null when this record has no such field.</summary>
    public string? WordOf(string field) => _fieldOfWord.FirstOrDefault(one => one.Value == field).Key;

    /// <summary>A row of the record, for addresses that name one.</summary>
    public T Row<T>() => (T)_rows[typeof(T)];

    /// <param name="somebody">Owner, writer and doer of everything: best somebody who may not know.</param>
    /// <param name="around">What is written around each word; nothing unless given.</param>
    public static async Task<FilledRecord> FillAsync(World world, Guid record, Guid somebody, Func<string, string>? around = null)
    {
        var filled = new FilledRecord { Id = record, _around = around ?? (word => word) };
        await world.DoAsync(services => filled.FillAsync(services, world.Clock.GetUtcNow(), somebody));
        return filled;
    }

    private async Task FillAsync(IServiceProvider services, DateTimeOffset now, Guid somebody)
    {
        var store = services.GetRequiredService<Store>();
        var incident = await store.Set<Incident>().SingleAsync(one => one.Id == Id);
        Reference = incident.Reference;
        var given = new Given(Id, incident.Org, Guid.CreateVersion7(now), somebody, now);
        Overwrite(store, incident, given);
        foreach (var table in store.Model.GetEntityTypes().Where(one => !one.IsOwned() && one.ClrType.Assembly == typeof(IncidentsModule).Assembly && one.FindProperty("IncidentId") is not null && !Decisions.Contains(one.ClrType)))
        {
            var there = (await RowsAsync(store, table.ClrType)).Where(row => (Guid)table.FindProperty("IncidentId")!.PropertyInfo!.GetValue(row)! == Id).ToList();
            foreach (var row in there) Overwrite(store, row, given);
            if (there.Count > 0) _rows[table.ClrType] = there[0];
            if (table.FindPrimaryKey()!.Properties.Any(key => key.Name == "IncidentId") || table.ClrType == typeof(Receipt)) continue;
            foreach (var full in new[] { false, true }) store.Add(New(table, given, full));
        }

        await CommitAsync(store, incident, given);
    }

    private async Task CommitAsync(Store store, Incident incident, Given given)
    {
        var events = typeof(IncidentsModule).Assembly.GetTypes().Where(type => typeof(IHappened).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (IHappened)Make(type, type.Name, given, full: true)).ToList();
        var deed = new Deed(incident.Org, given.Somebody, Word("Deed.ByName"), given.Now, Word("Deed.Why"));
        (await store.CommitAsync(deed, events, CancellationToken.None)).IsDone.ShouldBeTrue();
    }

    private void Overwrite(Store store, object row, Given given)
    {
        var entry = store.Entry(row);
        foreach (var property in entry.Metadata.GetProperties().Where(one => one.PropertyInfo is not null && !Audience.Contains(one.Name) && one.ValueGenerated == ValueGenerated.Never))
        {
            if (IsText(property.ClrType)) entry.Property(property).CurrentValue = Value(property.ClrType, $"{row.GetType().Name}.{property.Name}", given, true);
        }

        if (row is Incident incident) typeof(Incident).GetProperty(nameof(Incident.Form))!.SetValue(incident, Make(typeof(IncidentForm), nameof(IncidentForm), given, full: true));
    }

    private object New(IEntityType table, Given given, bool full)
    {
        var row = Activator.CreateInstance(table.ClrType, nonPublic: true)!;
        foreach (var property in table.GetProperties().Where(one => one.PropertyInfo is not null && (one.IsPrimaryKey() || one.ValueGenerated == ValueGenerated.Never)))
            Set(row, property.PropertyInfo!, $"{table.ClrType.Name}.{property.Name}", given, full);
        _rows.TryAdd(table.ClrType, row);
        return row;
    }

    private object Make(Type type, string name, Given given, bool full)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).MaxBy(one => one.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(one => Value(one.ParameterType, $"{name}.{one.Name}", given, full))]);
        if (constructor.GetParameters().Length == 0)
        {
            foreach (var property in type.GetProperties().Where(one => one.CanWrite)) Set(made, property, $"{name}.{property.Name}", given, full);
        }

        return made;
    }

    private void Set(object row, PropertyInfo property, string field, Given given, bool full)
    {
        if (property.GetSetMethod(nonPublic: true) is null) return;
        // A second row of a table would hide its words under the same field: they are told apart.
        property.SetValue(row, Value(property.PropertyType, full ? field : field + " (open)", given, full));
    }

    private object? Value(Type type, string field, Given given, bool full)
    {
        var name = field.Split('.')[^1].Split(' ')[0];
        var optional = Nullable.GetUnderlyingType(type);
        if (optional is not null && !full && !typeof(UrlAsText).IsAssignableFrom(optional)) return null;
        var kind = optional ?? type;
        if (Fixed.TryGetValue(field.Split(' ')[0], out var known)) return kind == typeof(string) ? known : new List<string> { known };
        if (kind == typeof(string)) return Word(field);
        if (kind == typeof(UrlAsText)) return new UrlAsText($"javascript:{Word(field)}");
        if (kind == typeof(RecordRef)) return new RecordRef(Incident.Kind, Id);
        if (kind == typeof(Guid)) return Key(field, name, given);
        if (kind == typeof(RandomReference)) return RandomReference.New();
        if (kind == typeof(DateTimeOffset)) return given.Now;
        if (kind == typeof(DateOnly)) return DateOnly.FromDateTime(given.Now.Date);
        if (kind == typeof(bool)) return full;
        if (kind == typeof(byte[])) return Array.Empty<byte>();
        if (kind.IsEnum) return full ? Enum.GetValues(kind).Cast<object>().Last() : Enum.GetValues(kind).Cast<object>().First();
        if (kind.IsAssignableFrom(typeof(List<string>)) && kind != typeof(object)) return new List<string> { Word(field) };
        if (kind.IsAssignableFrom(typeof(List<Guid>)) && kind != typeof(object)) return new List<Guid>();
        if (typeof(IEnumerable).IsAssignableFrom(kind) && kind.IsGenericType)
        {
            var item = kind.GetGenericArguments()[0];
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            list.Add(Value(item, field, given, full));
            return list;
        }

        if (kind.IsValueType && kind.IsPrimitive) return Convert.ChangeType(1, kind, System.Globalization.CultureInfo.InvariantCulture);
        return kind.GetConstructors().Length > 0 ? Make(kind, field, given, full) : null;
    }

    private Guid Key(string field, string name, Given given) => name switch
    {
        // One note, one correction of it: every other entry is its own.
        "EntryId" when field != "NoteAdded.EntryId" => Guid.CreateVersion7(given.Now),
        "IncidentId" => Id,
        "Org" => given.Org,
        "Id" or "JournalId" or "DraftId" or "OtherId" or "SubmissionId" or "Submission" => Guid.CreateVersion7(given.Now),
        "Edition" => Nudes.Value,
        "RunId" when _rows.TryGetValue(typeof(Run), out var run) => ((Run)run).Id,
        "InvolvementId" => _rows.TryGetValue(typeof(Involvement), out var one) ? ((Involvement)one).Id : given.Key,
        _ when name.EndsWith("Id", StringComparison.Ordinal) && name is not "PersonId" => given.Key,
        _ => given.Somebody,
    };

    private string Word(string field)
    {
        var word = Mark + RandomNumberGenerator.GetString("bcdfghjkmnpqrstvwxz", 18);
        _fieldOfWord.Add(word, field);
        return _around(word);
    }

    private static bool IsText(Type type) => type == typeof(string) || (Nullable.GetUnderlyingType(type) ?? type) == typeof(UrlAsText) || type == typeof(List<string>);

    private static async Task<List<object>> RowsAsync(Store store, Type type)
    {
        var rows = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(store, [])!;
        return await rows.ToListAsync();
    }

    private sealed record Given(Guid Id, Guid Org, Guid Key, Guid Somebody, DateTimeOffset Now);
}
