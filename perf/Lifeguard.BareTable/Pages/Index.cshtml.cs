using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;

namespace Lifeguard.BareTable.Pages;

public sealed record BareRow(string Raised, string Reference, string Kind, string Place, string Urgent);

/// <summary>Fifty rows from an indexed table, read by hand.</summary>
public sealed class IndexModel(NpgsqlDataSource database) : PageModel
{
    public List<BareRow> Rows { get; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        await using var command = database.CreateCommand("select raised_at, reference, record_kind, place, urgent from bare_row where school = $1 order by raised_at desc limit 50");
        command.Parameters.Add(new() { Value = Random.Shared.Next(20) });
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            Rows.Add(new BareRow(reader.GetFieldValue<DateTimeOffset>(0).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                reader.GetGuid(1).ToString("N"), reader.GetString(2), reader.GetString(3), reader.GetBoolean(4) ? "yes" : "no"));
        }
    }
}
