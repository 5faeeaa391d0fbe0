using System.Globalization;
using System.Text;
using Lifeguard.Children.Imports;
using Lifeguard.Children.Model;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Children.Pages.Children.Import;

/// <summary>One import: what it would bring, who is meant where the export does not say, and what came of it.</summary>
[Needs(ChildrenPermissions.Files)]
internal sealed class ImportModel(FindExports findExports, ConfirmExport confirmExport) : RoomPage
{
    public const int RowsShown = 50;
    public const string Nobody = "nobody";
    private const string LooksAgainAfterSeconds = "3";

    [FromRoute] public RandomReference Reference { get; set; }

    /// <summary>For each pupil who is asked about: number, colon, and who it is.</summary>
    [BindProperty] public List<string> Answers { get; set; } = [];

    [BindProperty] public string? Then { get; set; }

    public ExportView View { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await findExports.OneAsync(Viewer, Reference, stop) is not { } view) return false;
        View = view;
        // By header, so that it works without scripts.
        if (view.IsAtWork) Response.Headers["Refresh"] = LooksAgainAfterSeconds;
        return true;
    }

    public IReadOnlyList<SelectListItem> Choices(PlannedPupil one) =>
        [.. one.MayBe.Select(match => new SelectListItem($"{match.Name}{(match.About.Length == 0 ? "" : $" ({match.About})")}", $"{one.Number}:{match.PersonId}")), new("None of these: leave their entries out", $"{one.Number}:{Nobody}")];

    public string? Chosen(PlannedPupil one) => Answers.Find(answer => answer.StartsWith($"{one.Number}:", StringComparison.Ordinal));

    public IActionResult OnGetLeftOut() => View.Report is { LeftOut.Count: > 0 } report
        ? File(Encoding.UTF8.GetBytes("\uFEFFFile,Line,Reason\r\n" + string.Concat(report.LeftOut.Select(row => $"{Quoted(row.File)},{row.Line.ToString(CultureInfo.InvariantCulture)},{Quoted(row.Reason)}\r\n"))), "text/csv; charset=utf-8", "rows-left-out.csv")
        : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Then == "give-up") return Answer(await confirmExport.GiveUpAsync(Viewer, Reference, stop), () => LocalRedirect(Links.Import(Reference)));

        var answers = new Dictionary<int, Guid>();
        foreach (var one in View.Plan?.Asked ?? [])
        {
            var said = Chosen(one)?[$"{one.Number}:".Length..];
            if (said == Nobody) continue;
            // The browser sends whom it was shown; anybody else is no answer.
            if (one.MayBe.FirstOrDefault(match => match.PersonId.ToString() == said) is { } match) answers[one.Number] = match.PersonId;
            else ModelState.AddModelError(nameof(Answers), $"Say who is meant by pupil {one.Number}, or leave their entries out");
        }

        if (!ModelState.IsValid) return Page();
        return Answer(await confirmExport.RunAsync(Viewer, Reference, answers, stop), () => LocalRedirect(Links.Import(Reference)));
    }

    // A cell that begins like a formula must stay words in a spreadsheet.
    private static string Quoted(string text) => $"\"{(text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
