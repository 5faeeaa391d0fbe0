using System.Globalization;
using Lifeguard.Organisation.Model;

namespace Lifeguard.Organisation.Roster.Establishments;

/// <summary>Finds one school's row in a file of the national register, which may hold all schools of the country.</summary>
internal sealed class EstablishmentReader(RosterFiles files, string file, RosterLimits limits, RosterNotes notes, CancellationToken stop)
{
    /// <param name="wanted">A number or a name; null for the school that is known by this number or name already.</param>
    public Establishment Find(SchoolDetails known, string? wanted)
    {
        List<Establishment> fitting = [];
        Establishment? first = null;
        var rows = 0;
        using (var table = RosterTable.Open(files, file, EstablishmentColumns.Shape, limits, notes, stop))
        {
            while (table.Read())
            {
                stop.ThrowIfCancellationRequested();
                if (table.Text("urn") is not { Length: > 0 and <= 20 } urn || !urn.All(char.IsAsciiDigit)) table.Refuse("The row has no URN.");
                else if (table.Text("name") is not { Length: > 0 and <= 200 } name) table.Refuse("The school has no name, or one of more than 200 letters.");
                else
                {
                    rows++;
                    if (Fits(urn, name, known, wanted) && !IsThere(table, fitting, urn)) fitting.Add(Read(table, urn, name));
                    if (rows == 1) first = fitting.FirstOrDefault() ?? Read(table, urn, name);
                }
            }
        }

        return fitting is [var one] ? one : Only(known, wanted, fitting, first, rows);
    }

    private Establishment Only(SchoolDetails known, string? wanted, List<Establishment> fitting, Establishment? first, int rows)
    {
        if (first is null) throw new RosterUnreadable($"{file} holds no school that could be read.");
        if (fitting.Count > 1) throw new RosterUnreadable($"{file} holds {fitting.Count} schools called {wanted ?? known.Name}. Say which by its URN: {string.Join(", ", fitting.Take(10).Select(one => one.Urn))}.");
        if (wanted is not null) throw new RosterUnreadable($"{file} holds no school with the number or name {RosterRows.Shown(wanted)}.");
        if (known.Urn is not null) throw new RosterUnreadable($"{file} holds no school with the URN {known.Urn}, which is the one of {known.Name}. Is it the file of another school?");
        if (rows > 1) throw new RosterUnreadable($"{file} holds {rows:N0} schools and none is called {known.Name}. Say which is yours by its URN.");

        notes.Notice($"{file}: its only school is called {first.Name}, URN {first.Urn}. Look whether that is yours.");
        return first;
    }

    private static bool Fits(string urn, string name, SchoolDetails known, string? wanted) =>
        wanted is not null ? urn == wanted.Trim() || Folding.Fold(name) == Folding.Fold(wanted)
        : known.Urn is not null ? urn == known.Urn
        : Folding.Fold(name) == Folding.Fold(known.Name);

    private static bool IsThere(RosterTable table, List<Establishment> fitting, string urn)
    {
        if (fitting.Find(one => one.Urn == urn) is not { } before) return false;
        table.Refuse($"The URN is that of line {before.Line} already.");
        return true;
    }

    private Establishment Read(RosterTable table, string urn, string name)
    {
        var (given, family) = (table.TextOrNull("headGiven"), table.TextOrNull("headFamily"));
        var head = family is null ? null : $"{given} {family}".Trim();
        return new Establishment(urn, name, table.Line)
        {
            IsClosed = table.Text("status").Equals("Closed", StringComparison.OrdinalIgnoreCase),
            Authority = Within(table, "authority", 120, "name of the authority"),
            Type = Within(table, "type", 80, "type"),
            Phase = table.Text("phase") is "Not applicable" ? null : Within(table, "phase", 60, "phase"),
            Address = Address(table),
            Telephone = Telephone(table),
            Website = Website(table),
            LowestAge = Age(table, "lowestAge"),
            HighestAge = Age(table, "highestAge"),
            Head = head is null ? null : $"{table.Text("headTitle")} {head}".Trim(),
            HeadName = head,
        };
    }

    private string? Within(RosterTable table, string column, int longest, string what)
    {
        if (table.TextOrNull(column) is not { } text || text.Length <= longest) return table.TextOrNull(column);
        LeftOut(table, $"the {what} is longer than {longest} letters");
        return null;
    }

    // A postcode alone is no address, and must not take the place of one.
    private string? Address(RosterTable table)
    {
        if (table.TextOrNull("street") is null && table.TextOrNull("town") is null) return null;
        var lines = new[] { "street", "locality", "address3", "town", "county", "postcode" }.Select(table.TextOrNull)
            .OfType<string>().Where(line => !line.Equals("Not recorded", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase);
        var address = string.Join(", ", lines);
        if (address.Length <= 300) return address.Length == 0 ? null : address;
        LeftOut(table, "the address is longer than 300 letters");
        return null;
    }

    // Spreadsheets, and the register itself, lose the nought at the beginning.
    private string? Telephone(RosterTable table)
    {
        if (table.TextOrNull("telephone") is not { } number) return null;
        if (number.Length > 40 || number.Count(char.IsAsciiDigit) < 3 || !number.All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '+' or '(' or ')' or '-'))
        {
            LeftOut(table, "the telephone number is none");
            return null;
        }

        if (number.Length is < 9 or > 10 || number[0] == '0' || !number.All(char.IsAsciiDigit)) return number;
        notes.Tally($"{file}: telephone numbers without the 0 at the beginning: {{n}}. It was put there.");
        return "0" + number;
    }

    private string? Website(RosterTable table)
    {
        if (table.TextOrNull("website") is not { } typed) return null;
        var address = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        if (address.Length <= 300 && Uri.TryCreate(address, UriKind.Absolute, out var site) && (site.Scheme == Uri.UriSchemeHttp || site.Scheme == Uri.UriSchemeHttps)
            && site.Host.Contains('.', StringComparison.Ordinal) && site.UserInfo.Length == 0) return address;
        LeftOut(table, "the website is no web address");
        return null;
    }

    private int? Age(RosterTable table, string column)
    {
        if (table.TextOrNull(column) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= 99) return age;
        LeftOut(table, "an age is no number");
        return null;
    }

    private static void LeftOut(RosterTable table, string what) => table.Refuse($"The school was read, but {what}. It was left out.");
}
