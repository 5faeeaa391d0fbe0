using Npgsql;

namespace Lifeguard.Filtering.Storage.Log;

/// <summary>What is added up of one load: each person's day, and everybody's days by category.</summary>
internal sealed class Sums
{
    private readonly Dictionary<(int Person, DateOnly Day), DayTally> _people = [];

    public DayTally Of(int person, DateOnly day)
    {
        if (!_people.TryGetValue((person, day), out var tally)) _people[(person, day)] = tally = new DayTally();
        return tally;
    }

    /// <summary>Adds it to what stands there. Whoever calls has the turn: nobody else adds meanwhile.</summary>
    public async Task WriteAsync(NpgsqlConnection connection, Guid org, CancellationToken stop)
    {
        if (_people.Count == 0) return;
        await WriteCategoriesAsync(connection, org, stop);
        await AddWhatStandsThereAsync(connection, stop);

        var all = _people.OrderBy(one => one.Key).ToList();
        await using var command = new NpgsqlCommand(
            """
            insert into gate_person_day (org, person, day, requests, refused, detail)
            select $1, * from unnest($2, $3, $4, $5, $6)
            on conflict (person, day) do update set requests = excluded.requests, refused = excluded.refused, detail = excluded.detail
            """, connection);
        Add(command, org, all.Select(one => one.Key.Person).ToArray(), all.Select(one => one.Key.Day).ToArray(), all.Select(one => one.Value.Requests).ToArray(),
            all.Select(one => one.Value.Refused).ToArray(), all.Select(one => one.Value.Pack()).ToArray());
        await command.ExecuteNonQueryAsync(stop);
    }

    private async Task AddWhatStandsThereAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("select d.person, d.day, d.detail from unnest($1, $2) as met(person, day) join gate_person_day d on d.person = met.person and d.day = met.day", connection);
        Add(command, _people.Keys.Select(key => key.Person).ToArray(), _people.Keys.Select(key => key.Day).ToArray());
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) _people[(reader.GetInt32(0), reader.GetFieldValue<DateOnly>(1))].Add(reader.GetFieldValue<byte[]>(2));
    }

    private async Task WriteCategoriesAsync(NpgsqlConnection connection, Guid org, CancellationToken stop)
    {
        var days = _people.SelectMany(one => one.Value.ByCategory().Select(sum => (one.Key.Day, sum.Category, sum.Action, sum.Requests)))
            .GroupBy(one => (one.Day, one.Category, one.Action)).OrderBy(group => group.Key)
            .Select(group => (group.Key, Requests: group.Sum(one => (long)one.Requests))).ToList();
        await using var command = new NpgsqlCommand(
            """
            insert into gate_category_day (org, day, category, action, requests)
            select $1, * from unnest($2, $3, $4, $5)
            on conflict (org, day, category, action) do update set requests = gate_category_day.requests + excluded.requests
            """, connection);
        Add(command, org, days.Select(one => one.Key.Day).ToArray(), days.Select(one => one.Key.Category).ToArray(), days.Select(one => DayTally.ActionNames[one.Key.Action]).ToArray(),
            days.Select(one => one.Requests).ToArray());
        await command.ExecuteNonQueryAsync(stop);
    }

    private static void Add(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
    }
}
