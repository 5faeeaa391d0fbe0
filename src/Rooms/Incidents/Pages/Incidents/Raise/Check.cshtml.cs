using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>Everything once more, who will read it, and Send.</summary>
internal sealed class CheckModel(DraftDoor door, Drafts drafts, PreviewReaders preview, RaiseConcern raise) : RaisePage(door, drafts)
{
    public ReadersShown Readers { get; private set; } = null!;

    public override string Step => RaiseJourney.Check;

    public async Task<IActionResult> OnPostSendAsync(CancellationToken stop)
    {
        if (Away() is { } away) return away;
        if (!Draft.MayWrite) return BadRequest();
        if (Open() is { } open) return open;
        if (Seen != SeenNow)
        {
            ModelState.AddModelError(string.Empty, "You changed something in another tab. Nothing was sent yet. Read your answers again, then send them");
            return await PrepareAsync(stop) ?? Page();
        }

        var receipt = await raise.RunAsync(Draft.Stored.Id, Draft.School.Id, Draft.Reporter, Answers, stop);
        await Drafts.SentAsync(Draft.Stored, stop);
        return Redirect(Links.Receipt(receipt));
    }

    protected override void Show(RaiseAnswers answers)
    {
    }

    protected override async Task<IActionResult?> PrepareAsync(CancellationToken stop)
    {
        if (Open() is { } open) return open;
        Readers = await preview.RunAsync(Draft.School.Id, Answers.People, Draft.Reporter is not null, stop);
        return null;
    }

    protected override RaiseAnswers Write(RaiseAnswers answers) => answers;

    protected override IReadOnlyList<Said> Says(RaiseAnswers answers) => [new("Everything", JsonSerializer.Serialize(answers))];

    private RedirectResult? Open() => RaiseJourney.FirstOpen(Answers) is { } page ? Redirect(Here(page)) : null;
}
