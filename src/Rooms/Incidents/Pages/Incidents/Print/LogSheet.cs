namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>What the log is wanted for.</summary>
/// <param name="From">First day on which a record was raised.</param>
/// <param name="To">Last day.</param>
internal sealed record LogChoice(Guid School, DateOnly From, DateOnly To, bool Names)
{
    public string Query => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"?school={School}&from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}&names={(Names ? "yes" : "no")}");
}

/// <summary>The log of a period: the records that this viewer may see, and no sign of any other.</summary>
internal sealed record LogSheet(LogChoice Choice, string SchoolName, string PrintedBy, DateTimeOffset PrintedAt, IReadOnlyList<LogLine> Lines)
{
    public string Foot => $"{SchoolName} · Log of online-safety records · Confidential";
}

/// <param name="Id">For the journal; never shown.</param>
internal sealed record LogLine(Guid Id, string Code, DateTimeOffset RaisedAt, string Kind, string Types, string Stands, string Outcome, string People);
