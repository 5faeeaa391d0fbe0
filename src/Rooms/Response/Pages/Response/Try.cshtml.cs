using Lifeguard.Duties.Contracts;
using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Plans;
using Lifeguard.Response.Storage;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Response.Pages.Response;

/// <summary>
/// The questions one at a time with the plan beside them, for nobody: nothing is stored. The answers travel in the form, so that they stand
/// in no address.
/// </summary>
[Needs(ResponsePermissions.Read)]
internal sealed class TryModel(LocalEditions editions, INumbersNow numbers, IWorkingTime workingTime, TimeProvider clock) : RoomPage
{
    [FromRoute(Name = "flow")] public string Id { get; set; } = "";

    /// <summary>Answers so far, by question.</summary>
    [BindProperty] public Dictionary<string, string> Given { get; set; } = [];

    [BindProperty] public string? Question { get; set; }

    [BindProperty] public string? Chosen { get; set; }

    /// <summary>The question whose answer is taken back.</summary>
    [BindProperty] public string? Change { get; set; }

    public Flow Flow { get; private set; } = null!;

    public Plan Plan { get; private set; } = null!;

    public IReadOnlyList<HelpContact> Numbers { get; private set; } = [];

    public Question? Next => Plan.Next is { } next ? Flow.Find(next) : null;

    private Moment _moment = null!;

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await editions.CurrentAsync(Viewer.Home, Id, stop) is not { } edition) return false;

        Flow = edition.Flow;
        Numbers = [numbers.Emergency, .. await numbers.SocialCareAsync(Viewer.Home, stop) is { } care ? [care] : Array.Empty<HelpContact>()];
        _moment = new Moment(clock.GetUtcNow(), await workingTime.ForAsync(Viewer.Home, stop));
        Make();
        return true;
    }

    public IActionResult OnPost()
    {
        // What the form brings is a text of anybody: only answers that the flow takes are kept.
        Given = Given.Where(one => Flow.Find(one.Key)?.Takes(one.Value) == true).ToDictionary();
        if (Change is { } change)
        {
            Given.Remove(change);
        }
        else
        {
            Make();
            if (Next is not { } next) return Page();
            if (Question == next.Id && Chosen is { } answer && next.Takes(answer)) Given[next.Id] = answer;
            else ModelState.AddModelError(nameof(Chosen), "Select an answer, or that you are not sure");
        }

        Chosen = null;
        Make();
        return Page();
    }

    private void Make() => Plan = PlanMaker.Make(Flow, Given, CaseFacts.None, _moment);
}
