using System.Text;
using CsvHelper;
using Lifeguard.Children.Model;
using Lifeguard.Kernel;

namespace Lifeguard.Children.Imports;

/// <summary>Reads an export row by row, by the names of its columns. Whatever cannot be used is left out and named with its line and the reason.</summary>
internal sealed class ReadEntries
{
    private const int LongestRow = 1 << 20;
    private const int MostRows = 200_000;

    private readonly string _file;
    private readonly DateTimeOffset _now;
    private readonly List<LeftOut> _leftOut = [];
    private readonly List<string> _notices = [];
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly FileDates _dates = new();
    private readonly FileDates _births = new();
    private string[] _headers = [];

    private ReadEntries(string file, DateTimeOffset now) => (_file, _now) = (file, now);

    public static EntryFile Of(string file, byte[] bytes, DateTimeOffset now) => new ReadEntries(file, now).Read(bytes);

    private EntryFile Read(byte[] bytes)
    {
        if (bytes is [(byte)'P', (byte)'K', ..] or [0xD0, 0xCF, ..]) throw new EntriesUnreadable($"{_file} is a workbook or a zip file. Save it as CSV and choose that.");
        var encoding = EncodingOf(bytes);
        using var csv = CsvReader.Create(new MemoryStream(bytes), new CsvReaderOptions
        {
            Encoding = encoding,
            Separator = SeparatorOf(bytes, encoding),
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = Malformed,
            MaxRecordSize = LongestRow,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
        });
        csv.ReadHeader();
        _headers = [.. csv.Headers.ToArray().Select(name => name.Trim().TrimStart('\uFEFF'))];
        FindColumns();
        var found = Rows(csv);
        // Only now, when every date was seen, is it known which way round they are.
        List<EntryRow> rows = [.. found.Select(Row).OfType<EntryRow>()];
        if (rows.Count == 0) throw new EntriesUnreadable($"{_file} holds no entry that could be taken. {(_leftOut.Count > 0 ? $"Line {_leftOut[0].Line}: {_leftOut[0].Reason}" : "There is no row below the header.")}");
        return new EntryFile(rows, [.. _leftOut.OrderBy(one => one.Line)], _notices);
    }

    private List<Raw> Rows(CsvReader csv)
    {
        List<Raw> rows = [];
        try
        {
            while (csv.Read())
            {
                var fields = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToArray();
                if (fields.Length == _headers.Length && fields.Zip(_headers).All(pair => string.Equals(pair.First.Trim(), pair.Second, StringComparison.OrdinalIgnoreCase)))
                {
                    _notices.Add($"Line {csv.LineNumber} repeats the header and was passed over.");
                    continue;
                }

                if (fields.All(string.IsNullOrWhiteSpace)) continue;
                if (fields.Length < _headers.Length || fields.Skip(_headers.Length).Any(field => field.Length > 0))
                {
                    Refuse(csv.LineNumber, $"The row has {fields.Length} fields; the header has {_headers.Length}.");
                    continue;
                }

                var raw = new Raw(csv.LineNumber, fields);
                _dates.Note(Text(raw, _columns.ContainsKey(EntryColumns.Date) ? EntryColumns.Date : EntryColumns.Entered));
                _births.Note(Text(raw, EntryColumns.Born));
                rows.Add(raw);
                if (rows.Count > MostRows) throw new EntriesUnreadable($"{_file} has more than {MostRows:N0} rows. Export it year by year.");
            }
        }
        catch (CsvFormatException)
        {
            throw new EntriesUnreadable($"{_file} has a row of more than a megabyte after line {csv.LineNumber}. A quotation mark may be open there that is never closed.");
        }

        return rows;
    }

    private void FindColumns()
    {
        var loose = _headers.Select(EntryColumns.Loose).ToList();
        for (var at = 0; at < loose.Count; at++)
        {
            if (loose[at].Length > 0 && loose.IndexOf(loose[at]) != at) throw new EntriesUnreadable($"{_file} has the column {Short(_headers[at])} twice.");
        }

        var understood = new HashSet<int>();
        foreach (var (field, called) in EntryColumns.Names)
        {
            var found = called.Select(name => loose.IndexOf(EntryColumns.Loose(name))).Where(at => at >= 0 && !understood.Contains(at)).Distinct().ToList();
            if (found.Count == 0) continue;
            _columns.Add(field, found[0]);
            understood.Add(found[0]);
        }

        foreach (var at in Enumerable.Range(0, _headers.Length).Where(at => !understood.Contains(at) && _headers[at].Length > 0))
            _notices.Add($"The column {Short(_headers[at])} is not understood and was not read.");
        if (!_columns.ContainsKey(EntryColumns.Text)) throw new EntriesUnreadable($"{_file} has no column for what happened, such as Incident, Details or Description.");
        if (!_columns.ContainsKey(EntryColumns.Date) && !_columns.ContainsKey(EntryColumns.Entered)) throw new EntriesUnreadable($"{_file} has no column for the date, such as Incident date or Date.");
        if (!_columns.ContainsKey(EntryColumns.Name) && !_columns.ContainsKey(EntryColumns.Family) && !_columns.ContainsKey(EntryColumns.Upn) && !_columns.ContainsKey(EntryColumns.Admission))
            throw new EntriesUnreadable($"{_file} has no column that says which pupil: UPN, Admission number, Student name, or Forename and Surname.");
        if (!_columns.ContainsKey(EntryColumns.Date)) _notices.Add("There is no column for the day on which it happened. The day on which it was entered was taken.");
    }

    private EntryRow? Row(Raw raw)
    {
        var (given, family) = Name(raw);
        var upn = Text(raw, EntryColumns.Upn).ToUpperInvariant();
        var admission = Text(raw, EntryColumns.Admission);
        if (family.Length == 0 && upn.Length == 0 && admission.Length == 0) return Refused(raw, "The row does not say which pupil it is about.");

        var typed = Text(raw, EntryColumns.Date) is { Length: > 0 } happened ? happened : Text(raw, EntryColumns.Entered);
        if (typed.Length == 0) return Refused(raw, "The row has no date.");
        if (_dates.Read(typed, out var fault) is not { } when) return Refused(raw, $"The row {fault}.");
        var time = when.Time ?? (Text(raw, EntryColumns.Time) is { Length: > 0 } clock ? UkTime.ReadTime(clock.Split(':') is [var h, var m, _] ? $"{h}:{m}" : clock) : null);
        var at = UkTime.First(when.Day.ToDateTime(time ?? TimeOnly.MinValue));
        if (when.Day > UkTime.DateOf(_now)) return Refused(raw, "The row has a date that is still to come.");
        if (when.Day.Year < 1980) return Refused(raw, "The row has a date before 1980.");

        DateOnly? born = null;
        if (Text(raw, EntryColumns.Born) is { Length: > 0 } birth)
        {
            if (_births.Read(birth, out _) is { } day && day.Day <= when.Day) born = day.Day;
            else _notices.Add($"Line {raw.Line}: the date of birth cannot be read, and was not used to tell who is meant.");
        }

        var words = Words(raw);
        if (string.IsNullOrEmpty(words.Text) && string.IsNullOrEmpty(words.Title)) return Refused(raw, "The row does not say what happened.");
        if (words.Text?.Length > EntryWords.LongestText || words.Actions?.Length > EntryWords.LongestText) return Refused(raw, $"The text is longer than {EntryWords.LongestText:N0} characters.");
        return new EntryRow(raw.Line, new NamedPupil(Or(upn), Or(admission), given, family, born), at, words);
    }

    private EntryWords Words(Raw raw) => new()
    {
        Title = Or(PlainWords.Line(Field(raw, EntryColumns.Title))),
        Category = Or(string.Join(" / ", new[] { PlainWords.Line(Field(raw, EntryColumns.Category)), PlainWords.Line(Field(raw, EntryColumns.Sub)) }.Where(one => one.Length > 0))),
        Text = Or(PlainWords.Of(Field(raw, EntryColumns.Text))),
        Actions = Or(PlainWords.Of(Field(raw, EntryColumns.Actions))),
        Status = Or(PlainWords.Line(Field(raw, EntryColumns.Status))),
        WrittenBy = Or(PlainWords.Line(Field(raw, EntryColumns.WrittenBy))),
        Others = Or(PlainWords.Line(Field(raw, EntryColumns.Others))),
        Number = Or(PlainWords.Line(Field(raw, EntryColumns.Number))),
    };

    // Two columns, or one: "Ingram, Chloe" and "Chloe Ingram".
    private (string Given, string Family) Name(Raw raw)
    {
        var (given, family) = (Text(raw, EntryColumns.Given), Text(raw, EntryColumns.Family));
        if (family.Length > 0 || Text(raw, EntryColumns.Name) is not { Length: > 0 } whole) return (given, family);
        if (whole.Split(',', 2, StringSplitOptions.TrimEntries) is [var last, var first]) return (first, last);
        var space = whole.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? ("", whole) : (whole[..space], whole[(space + 1)..]);
    }

    private string Field(Raw raw, string column) => _columns.TryGetValue(column, out var at) ? raw.Fields[at] : "";

    private string Text(Raw raw, string column) => string.Join(' ', Field(raw, column).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private EntryRow? Refused(Raw raw, string reason)
    {
        Refuse(raw.Line, reason);
        return null;
    }

    private void Refuse(long line, string reason) => _leftOut.Add(new LeftOut(_file, line, reason));

    private void Malformed(CsvMalformedRecord record)
    {
        if (record.Reason is CsvMalformedReason.UnterminatedQuote)
            throw new EntriesUnreadable($"{_file}, line {record.LineNumber}: a quotation mark opens here and is never closed, so the rows after it cannot be told apart.");
        Refuse(record.LineNumber, "The quotation marks of the row do not fit together.");
    }

    private Encoding? EncodingOf(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode;
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode;
        try
        {
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes);
            return null;
        }
        catch (DecoderFallbackException)
        {
            _notices.Add("The file is not UTF-8. It was read as Windows-1252 (Western European). Look at names with accents.");
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        }
    }

    private static char SeparatorOf(byte[] bytes, Encoding? encoding)
    {
        var counts = new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 };
        var quoted = false;
        foreach (var letter in (encoding ?? Encoding.UTF8).GetString(bytes, 0, Math.Min(bytes.Length, 16 * 1024)))
        {
            if (letter == '"') quoted = !quoted;
            else if (!quoted && letter is '\r' or '\n') break;
            else if (!quoted && counts.TryGetValue(letter, out var count)) counts[letter] = count + 1;
        }

        return counts.MaxBy(one => one.Value).Key;
    }

    private static string Short(string header) => header.Length > 60 ? header[..60] + "…" : header;

    private static string? Or(string text) => text.Length == 0 ? null : text;

    private sealed record Raw(long Line, string[] Fields);
}
