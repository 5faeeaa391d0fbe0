using System.Text;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Pages.Organisation.Imports;

/// <summary>Rows left out, as a CSV file for whoever mends them at the source. No cell of it can be taken for a formula.</summary>
internal static class RefusedRowsFile
{
    public static byte[] Write(IEnumerable<RefusedRow> rows)
    {
        var text = new StringBuilder("File,Line,Reason\r\n");
        foreach (var row in rows) text.Append(Cell(row.File)).Append(',').Append(row.Line).Append(',').Append(Cell(row.Reason)).Append("\r\n");
        // With a mark, so that spreadsheets read the accents right.
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    public static string Cell(string text)
    {
        var harmless = text.TrimStart() is ['=' or '+' or '-' or '@', ..] || text is ['\t' or '\r' or '\n', ..] ? "'" + text : text;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
