using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Children.Pages.Children.Received;

/// <summary>What another school sent: looked at, matched to a pupil here, taken in; then its receipt code.</summary>
[Needs(ChildrenPermissions.Files), StepUp]
internal sealed class ReceivedModel(FindReceived findReceived, TakeInReceived takeIn) : RoomPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    [BindProperty] public Guid? Pupil { get; set; }

    [BindProperty] public string? Then { get; set; }

    public ReceivedView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Pupils => View.Match is not { } match ? [] : [.. new[] { match.Sure }.OfType<PupilRow>().Concat(match.Asked).Select(one => new SelectListItem(
        string.Join(", ", new[] { one.Name, one.YearGroup is { } year ? $"Year {year}" : null, one.Class, one.BornOn is { } born ? $"born {UkTime.InWords(born)}" : null, one.EndedOn is { } left ? $"left {UkTime.InWords(left)}" : null }.OfType<string>()), one.PersonId.ToString()))];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await findReceived.OneAsync(Viewer, Reference, stop) is not { } view) return false;
        View = view;
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Then == "give-up") return Answer(await takeIn.GiveUpAsync(Viewer, Reference, stop), () => RedirectWithBanner(Links.Received, "It is given up. Tell the sending school"));
        Require(Pupil, nameof(Pupil), "Choose the pupil");
        if (!ModelState.IsValid) return Page();
        return Answer(await takeIn.RunAsync(Viewer, Reference, Pupil!.Value, stop), () => LocalRedirect(Links.ReceivedFile(Reference)));
    }
}
