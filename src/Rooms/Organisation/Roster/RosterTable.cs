using System.Text;
using CsvHelper;
using Lifeguard.Organisation.Roster.Plain;

namespace Lifeguard.Organisation.Roster;

/// <summary>
/// One file of the export, row by row, by the names of its columns. Rows that break the rules of CSV, have too few fields
/// or repeat the header never reach the caller; each is reported.
/// </summary>
internal sealed class RosterTable : IDisposable
{
    private readonly string _file;
    private readonly RosterNotes _notes;
    private readonly CsvReader _csv;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly RosterColumns.Shape _shape;
    private readonly List<string> _unknown = [];
    private string[] _headers = [];

    private RosterTable(string file, RosterColumns.Shape shape, Stream stream, Encoding? encoding, char separator, RosterLimits limits, RosterNotes notes)
    {
        _file = file;
        _shape = shape;
        _notes = notes;
        _csv = CsvReader.Create(stream, new CsvReaderOptions
        {
            Encoding = encoding,
            Separator = separator,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = Malformed,
            MaxRecordSize = limits.RowBytes,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
        });
    }

    public long Line => _csv.LineNumber;

    public static RosterTable Open(RosterFiles files, string file, RosterColumns.Shape shape, RosterLimits limits, RosterNotes notes, CancellationToken stop)
    {
        var encoding = RosterText.Look(files, file, notes, stop);
        var separator = shape.Names is null ? ',' : Separators.Of(files, file, encoding);
        var table = new RosterTable(file, shape, files.Open(file), encoding, separator, limits, notes);
        try
        {
            table.ReadHeader();
            return table;
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    public bool Read()
    {
        try
        {
            while (_csv.Read())
            {
                if (IsUsable()) return true;
            }

            return false;
        }
        catch (CsvFormatException)
        {
            throw new RosterUnreadable($"{_file} has a row of more than a megabyte after line {_csv.LineNumber}. "
                + "A quotation mark may be open there that is never closed.");
        }
    }

    /// <summary>The field with the white space around it and the line breaks in it taken away; empty when the file has no such column.</summary>
    public string Text(string column)
    {
        if (!_columns.TryGetValue(column, out var at) || at >= _csv.FieldCount) return "";
        var text = _csv.GetString(at);
        return text.AsSpan().ContainsAny('\r', '\n', '\t') || text.Contains("  ", StringComparison.Ordinal)
            ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : text.Trim();
    }

    public string? TextOrNull(string column) => Text(column) is { Length: > 0 } text ? text : null;

    /// <summary>A list in one field, parted by commas (or, in some exports, by semicolons).</summary>
    public string[] List(string column) =>
        Text(column).Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>A sentence about columns that were not understood and look like one of these; empty when there is none.</summary>
    public string NearMisses(params string[] columns) => string.Concat(_unknown.Select(header => (Header: header, Near: NearMiss.Of(header, _shape, columns)))
        .Where(one => one.Near is not null).Select(one => $" The column {one.Header} is not known: did you mean {one.Near}?"));

    public void Refuse(string reason) => _notes.Refuse(_file, Line, reason);

    public void Dispose() => _csv.Dispose();

    private void ReadHeader()
    {
        _csv.ReadHeader();
        _headers = [.. _csv.Headers.ToArray().Select(name => name.Trim().TrimStart('\uFEFF'))];
        if (_shape.Names is null) FindByName();
        else FindByMeaning(_shape.Names);
        var missing = _shape.Needed.Where(name => !_columns.ContainsKey(name)).ToList();
        if (missing.Count == 0) return;
        throw new RosterUnreadable(_shape.Names is null ? $"{_file} has no column {string.Join(" and no column ", missing)}."
            : _shape.HasManyMore ? $"{_file} has no column {string.Join(" and no column ", missing.Select(field => _shape.Names[field][0]))}.{NearMisses([.. missing])}"
            : $"{_file} has no column for {string.Join(" and none for ", missing.Select(field => $"the {field} name ({string.Join(", ", _shape.Names[field].Take(3))})"))}.{NearMisses([.. missing])}");
    }

    private void FindByName()
    {
        var wanted = _shape.All.ToDictionary(RosterColumns.Loose);
        for (var at = 0; at < _headers.Length; at++)
        {
            if (!wanted.TryGetValue(RosterColumns.Loose(_headers[at]), out var name)) Ignore(_headers[at]);
            else if (!_columns.TryAdd(name, at)) throw new RosterUnreadable($"{_file} has the column {name} twice.");
            else if (!string.Equals(_headers[at], name, StringComparison.OrdinalIgnoreCase))
                _notes.Notice($"{_file}: the column {_headers[at]} was read as {name}.");
        }
    }

    private void FindByMeaning(IReadOnlyDictionary<string, string[]> names)
    {
        var loose = _headers.Select(RosterColumns.Loose).ToList();
        for (var at = 0; at < loose.Count; at++)
        {
            if (loose[at].Length > 0 && loose.IndexOf(loose[at]) != at) throw new RosterUnreadable($"{_file} has the column {_headers[at]} twice.");
        }

        var understood = new HashSet<int>();
        foreach (var (field, called) in names)
        {
            var found = called.Select(name => loose.IndexOf(RosterColumns.Loose(name))).Where(at => at >= 0).Distinct().ToList();
            if (found.Count == 0) continue;
            _columns.Add(field, found[0]);
            understood.UnionWith(found);
            if (found.Count > 1) _notes.Notice($"{_file}: {_headers[found[0]]} was read, and not {string.Join(", ", found.Skip(1).Select(at => _headers[at]))}, which says the same.");
        }

        for (var at = 0; at < _headers.Length; at++)
        {
            if (understood.Contains(at) || _headers[at].Length == 0) continue;
            if (_shape.NotRead.TryGetValue(loose[at], out var why)) _notes.Notice($"{_file}: the column {_headers[at]} was not read: {why}.");
            else
            {
                _unknown.Add(Short(_headers[at]));
                var near = NearMiss.Of(_headers[at], _shape, [.. names.Keys.Where(field => !_columns.ContainsKey(field))]);
                if (near is null && _shape.HasManyMore) _notes.Tally($"{_file}: columns that are not needed here: {{n}}. They were not read.");
                else _notes.Notice($"{_file}: the column {Short(_headers[at])} is not understood and was ignored.{(near is null ? "" : $" Did you mean {near}?")}");
            }
        }
    }

    private void Ignore(string header)
    {
        if (header.Length == 0) return;
        _notes.Notice($"{_file}: the column {Short(header)} is not part of OneRoster {_shape.Version} and was ignored.");
    }

    private static string Short(string header) => header.Length > 60 ? header[..60] + "…" : header;

    private bool IsUsable()
    {
        if (IsHeaderAgain())
        {
            _notes.Notice($"{_file}: line {Line} repeats the header and was passed over.");
            return false;
        }

        if (_csv.FieldCount < _headers.Length)
        {
            Refuse($"The row has {Fields(_csv.FieldCount)}; the header has {_headers.Length}.");
            return false;
        }

        for (var at = _headers.Length; at < _csv.FieldCount; at++)
        {
            if (_csv.GetSpan(at).IsEmpty) continue;
            Refuse($"The row has {Fields(_csv.FieldCount)}; the header has {_headers.Length}.");
            return false;
        }

        return true;
    }

    private bool IsHeaderAgain()
    {
        if (_csv.FieldCount != _headers.Length) return false;
        for (var at = 0; at < _headers.Length; at++)
        {
            if (!string.Equals(_csv.GetString(at).Trim(), _headers[at], StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }

    private void Malformed(CsvMalformedRecord record)
    {
        if (record.Reason is CsvMalformedReason.UnterminatedQuote)
            throw new RosterUnreadable($"{_file}, line {record.LineNumber}: a quotation mark opens here and is never closed, so the rows after it cannot be told apart.");
        _notes.Refuse(_file, record.LineNumber, "The quotation marks of the row do not fit together.");
    }

    private static string Fields(int count) => count == 1 ? "1 field" : $"{count} fields";
}
