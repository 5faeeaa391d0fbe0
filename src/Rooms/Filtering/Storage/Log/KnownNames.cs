using Lifeguard.Filtering.Spool;
using Npgsql;
using NpgsqlTypes;

namespace Lifeguard.Filtering.Storage.Log;

/// <summary>
/// The numbers of names that were met today, so that a segment asks for the new ones alone. What was read in a transaction that failed,
/// or on another day, is forgotten: whoever tidies up leaves alone what was used in the last weeks.
/// </summary>
internal sealed class KnownNames
{
    // A name counts as used on the day on which it was met first: whoever tidies up leaves this many days between.
    internal const int UsedAgainAfter = 7;
    private const int MostHosts = 500_000;
    private const int MostOthers = 100_000;

    private readonly Dictionary<string, int> _hosts = [];
    private readonly Dictionary<string, int> _people = [];
    private readonly Dictionary<string, int> _categories = [];
    private readonly Dictionary<(int Person, string Client, bool IsSure, string Level, string Gateway), int> _askers = [];
    private readonly Dictionary<(int Category, string Action, string Reason, string List, string Rule), int> _decisions = [];
    private Guid _org;
    private DateOnly _day;

    public short Place { get; private set; }

    public void Forget()
    {
        _hosts.Clear();
        _people.Clear();
        _categories.Clear();
        _askers.Clear();
        _decisions.Clear();
        Place = 0;
    }

    public async Task BeginAsync(NpgsqlConnection connection, Guid org, DateOnly today, CancellationToken stop)
    {
        if (_org != org || _day != today || _hosts.Count > MostHosts || _askers.Count + _people.Count + _decisions.Count + _categories.Count > MostOthers) Forget();
        (_org, _day) = (org, today);
        if (Place != 0) return;
        await using var command = new NpgsqlCommand("insert into gate_place (org) values ($1) on conflict (org) do update set org = excluded.org returning number", connection);
        command.Parameters.Add(new() { Value = org });
        Place = (short)(await command.ExecuteScalarAsync(stop))!;
    }

    /// <summary>Numbers for the segment's own lists.</summary>
    public async Task<SegmentNumbers> OfAsync(NpgsqlConnection connection, Segment segment, CancellationToken stop)
    {
        await MeetAsync(connection, "gate_host", _hosts, segment.Hosts, used: true, stop);
        await MeetAsync(connection, "gate_person", _people, segment.Askers.Select(PersonOf), used: false, stop);
        await MeetAsync(connection, "gate_category", _categories, segment.Decisions.Select(one => one.Category ?? ""), used: false, stop);
        var askers = new int[segment.Askers.Length];
        var people = new int[askers.Length];
        for (var at = 0; at < askers.Length; at++)
        {
            people[at] = _people[PersonOf(segment.Askers[at])];
            askers[at] = await AskerAsync(connection, segment.Askers[at], people[at], segment.Gateway, stop);
        }

        var decisions = new int[segment.Decisions.Length];
        var categories = new int[decisions.Length];
        for (var at = 0; at < decisions.Length; at++)
        {
            categories[at] = _categories[segment.Decisions[at].Category ?? ""];
            decisions[at] = await DecisionAsync(connection, segment.Decisions[at], categories[at], stop);
        }

        return new SegmentNumbers(askers, people, [.. segment.Hosts.Select(host => _hosts[host])], decisions, categories, [.. segment.Decisions.Select(one => DayTally.ActionOf(one.Action))]);
    }

    /// <summary>Accounts differ in no capitals.</summary>
    public static string NameOf(string account) => account.ToLowerInvariant();

    private static string PersonOf(SpoolAsker asker) => asker.Person is { } person ? NameOf(person) : "";

    private async Task MeetAsync(NpgsqlConnection connection, string table, Dictionary<string, int> known, IEnumerable<string> names, bool used, CancellationToken stop)
    {
        string[] strangers = [.. names.Where(name => !known.ContainsKey(name)).Distinct()];
        if (strangers.Length == 0) return;

        // The conflict is found by the unique index, whatever the table has grown to; a question for many names would read all of it.
        await using var meet = new NpgsqlCommand(used
            ? $"insert into {table} (org, name, used_on) select $1, unnest($2), $3 on conflict (org, name) do update set used_on = excluded.used_on returning id, name"
            : $"insert into {table} (org, name) select $1, unnest($2) on conflict (org, name) do update set name = excluded.name returning id, name", connection);
        meet.Parameters.Add(new() { Value = _org });
        meet.Parameters.Add(new() { Value = strangers });
        if (used) meet.Parameters.Add(new() { Value = _day });
        await using var reader = await meet.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) known[reader.GetString(1)] = reader.GetInt32(0);
    }

    private async Task<int> AskerAsync(NpgsqlConnection connection, SpoolAsker asker, int person, string gateway, CancellationToken stop)
    {
        var key = (person, asker.Client, asker.IsSure, asker.Level, gateway);
        if (_askers.TryGetValue(key, out var known)) return known;
        await using var command = new NpgsqlCommand(
            """
            insert into gate_asker (org, person, client, is_sure, level, gateway, used_on) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (org, person, client, is_sure, level, gateway) do update set used_on = greatest(gate_asker.used_on, excluded.used_on) returning id
            """, connection);
        foreach (var value in new object[] { _org, person, asker.Client, asker.IsSure, asker.Level, gateway, _day }) command.Parameters.Add(new() { Value = value });
        return _askers[key] = (int)(await command.ExecuteScalarAsync(stop))!;
    }

    private async Task<int> DecisionAsync(NpgsqlConnection connection, SpoolDecision decision, int category, CancellationToken stop)
    {
        var key = (category, decision.Action, decision.Reason, decision.List ?? "", decision.Rule ?? "");
        if (_decisions.TryGetValue(key, out var known)) return known;
        await using var command = new NpgsqlCommand(
            """
            insert into gate_decision (org, category, action, reason, list, rule) values ($1, $2, $3, $4, $5, $6)
            on conflict (org, category, action, reason, list, rule) do update set rule = excluded.rule returning id
            """, connection);
        foreach (var value in new object[] { _org, category, key.Action, key.Reason, key.Item4, key.Item5 }) command.Parameters.Add(new() { Value = value });
        return _decisions[key] = (int)(await command.ExecuteScalarAsync(stop))!;
    }
}

/// <summary>The database's numbers for a segment's lists, by place.</summary>
internal sealed record SegmentNumbers(int[] Askers, int[] People, int[] Hosts, int[] Decisions, int[] Categories, int[] Actions);
