using System.Globalization;
using System.Text.RegularExpressions;
using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Kernel;

namespace Lifeguard.Tests.Guards;

/// <summary>Puts real values into the addresses of pages. An address whose parameters are not known here stops the tests.</summary>
internal static partial class Addresses
{
    /// <summary>An address of one of the record's own pages.</summary>
    public static string Of(HousePage page, FilledRecord record, RandomReference? reference = null) =>
        "/" + Parameter().Replace(page.Template, match => Value(page.Template[..match.Index].TrimEnd('/').Split('/')[^1], match.Groups["name"].Value, record, reference)) + Query(page);

    /// <summary>A page that is the same thing for whoever may open it: its address names nobody's record, at most a setting, a category of conduct or a guided response, as it comes or as it is settled for schools.</summary>
    public static bool IsPlain(HousePage page) => !page.Template.Contains('{', StringComparison.Ordinal) || page.Template is "settings/{key}" or "conduct/{category}" or "responses/{flow}" or "responses/{flow}/try" or "responses/{flow}/print"
        || (page.Template.StartsWith("responses/local/{flow}", StringComparison.Ordinal) && !page.Template.Contains("{number", StringComparison.Ordinal));

    // What is printed is chosen in the address; without a choice the page only asks for one.
    private static string Query(HousePage page) => page.Template is "incidents/{reference}/print/sheet" or "incidents/{reference}/print.pdf" or "incidents/{reference}/print.json" ? "?chronology=with&names=all" : "";

    private static string Value(string before, string name, FilledRecord record, RandomReference? reference) => (before, name) switch
    {
        ("incidents", "reference") => (reference ?? record.Reference).ToString(),
        ("receipts", "reference") => (reference ?? record.Row<Receipt>().Reference).ToString(),
        ("technical-tasks", "reference") => (reference ?? record.Row<TechnicalTask>().Reference).ToString(),
        ("people", "reference") => (reference ?? RandomReference.New()).ToString(),
        ("purges", "purge") => (reference ?? RandomReference.New()).ToString(),
        ("records", "record") => Guid.Empty.ToString(),
        ("data-requests", "request") => (reference ?? RandomReference.New()).ToString(),
        ("imports" or "received", "reference") => (reference ?? RandomReference.New()).ToString(),
        ("children", "reference") => (reference ?? RandomReference.New()).ToString(),
        ("items" or "orders" or "confiscations" or "searches", "reference") => (reference ?? RandomReference.New()).ToString(),
        ("facts", "fact") => Guid.Empty.ToString(),
        ("report", "draft") => (reference ?? RandomReference.New()).ToString(),
        ("invitation" or "recovery", "token") => "a-link-that-nobody-was-given",
        ("responses" or "local", "flow") => "nudes",
        ("words", "key") => "step.offer-removal",
        // None is published there.
        ("editions", "number") => "1",
        ("conduct", "category") => "pupil-a",
        ("settings", "key") => DutySettingKeys.Minutes("urgent-concern"),
        ("error", "code") => 404.ToString(CultureInfo.InvariantCulture),
        ("notes", _) => record.Row<Entry>().Id.ToString(),
        ("people", _) => record.Row<Involvement>().Id.ToString(),
        ("actions", _) => record.Row<ActionItem>().Id.ToString(),
        ("referrals" or "agencies", _) => record.Row<Referral>().Id.ToString(),
        ("parents", _) => record.Row<ParentsNotice>().Id.ToString(),
        ("respond", _) => record.Row<Run>().Id.ToString(),
        ("items", _) => record.Row<RunItem>().Id.ToString(),
        ("support", _) => record.Row<Support>().Id.ToString(),
        _ => throw new InvalidOperationException($"Say in {nameof(Addresses)} what {{{name}}} after \"{before}\" is: no page is left out."),
    };

    [GeneratedRegex(@"\{(?<name>\w+)(?::\w+)?\??\}")]
    private static partial Regex Parameter();
}
