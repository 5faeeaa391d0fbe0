using Lifeguard.Verifier.Check;
using Npgsql;

namespace Lifeguard.Verifier.Database;

internal sealed record Tables(IReadOnlyList<Tables.Table> All)
{
    internal sealed record Table(string Name, string Schema, string Kind, bool HasRowSecurity, bool IsOurs);

    public static async Task<Tables> ReadAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        var tables = new List<Table>();
        await using var command = new NpgsqlCommand(JournalQueries.Tables, connection);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            tables.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetBoolean(3), !reader.IsDBNull(4) && reader.GetBoolean(4)));
        return new Tables(tables);
    }

    public bool Has(string name) => All.Any(table => table.Name == name && table.IsOurs);

    public bool HasRowSecurity(string name) => All.Any(table => table.Name == name && table.IsOurs && table.HasRowSecurity);

    public void Check(Action<Fault> report)
    {
        foreach (var name in (string[])["journal", "journal_seal"])
        {
            if (!Has(name))
                throw new CannotCheckException($"There is no table {name} in this database.", "Check that --connection names the database of Lifeguard, and that it was set up.");

            var here = All.Where(table => table.Name == name).ToList();
            if (here.Count > 1)
                report(new(FaultKind.TableSuspect, null, null,
                    $"There is more than one table {name}: in the schemas {string.Join(", ", here.Select(table => table.Schema))}. The product may be reading another one."));
            if (here.Single(table => table.IsOurs).Kind is not ("r" or "p"))
                report(new(FaultKind.TableSuspect, null, null, $"{name} is not a plain table, so what it shows may depend on who asks."));
        }
    }
}
