using Lifeguard.Children.Model;
using Lifeguard.Duties.Contracts;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Children.Pages.Children.Send;

/// <summary>Where the file of a child who leaves stands: the clock, the package, the receipt.</summary>
[Needs(ChildrenPermissions.Files), StepUp]
internal sealed class SendModel(ChildPages pages, FindTransfers findTransfers, SendFile sendFile, IWorkingTime workingTime, TimeProvider clock) : ChildPage(pages)
{
    [BindProperty] public DateParts LeftOn { get; set; }

    [BindProperty] public string? Code { get; set; }

    [BindProperty] public string? By { get; set; }

    [BindProperty] public string? HowConfirmed { get; set; }

    [BindProperty] public DateParts ReceivedOn { get; set; }

    [BindProperty] public string? Because { get; set; }

    public TransferView? Open { get; private set; }

    public IReadOnlyList<TransferView> Earlier { get; private set; } = [];

    public bool IsOverdue => Open is { } open && open.DueAt < clock.GetUtcNow();

    /// <summary>Term dates are a guess here, so the fifth school day may be another.</summary>
    public bool IsGuess { get; private set; }

    public string Here => Links.File(Reference, "send");

    protected override async Task<bool> LoadFileAsync(CancellationToken stop)
    {
        var all = await findTransfers.OfAsync(Heading.File.Id, stop);
        (Open, Earlier) = (all.FirstOrDefault(one => one.IsOpen), [.. all.Where(one => !one.IsOpen)]);
        IsGuess = (await workingTime.ForAsync(Heading.File.Org, stop)).IsGuess(Pages.Today);
        if (!HttpMethods.IsGet(Request.Method)) return true;
        (LeftOn, ReceivedOn) = (DateParts.From(Pages.Today), DateParts.From(Pages.Today));
        return true;
    }

    /// <summary>The child has left, or leaves on a day.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var left = RequireDay(LeftOn, nameof(LeftOn), "The last day here");
        RequireThat(left is null || left >= Pages.Today.AddYears(-2), nameof(LeftOn), "The last day here is too long ago");
        RequireThat(left is null || left <= Pages.Today.AddYears(1), nameof(LeftOn), "The last day here is too far away");
        if (!ModelState.IsValid) return Page();
        return Answer(await sendFile.StartAsync(Viewer, Reference, left!.Value, stop), () => LocalRedirect(Here));
    }

    public async Task<IActionResult> OnPostReceivedAsync(CancellationToken stop)
    {
        Require(Code, nameof(Code), "Type the receipt code");
        if (!ModelState.IsValid) return Page();
        return Answer(await sendFile.ReceivedByCodeAsync(Viewer, Reference, Code!, stop), () => RedirectWithBanner(Here, "The receipt is recorded"));
    }

    public async Task<IActionResult> OnPostReceivedOtherwiseAsync(CancellationToken stop)
    {
        Require(By, nameof(By), "Type who confirmed it");
        Require(HowConfirmed, nameof(HowConfirmed), "Say how they confirmed it");
        RequireWithin(By, FactWords.LongestLine, nameof(By), "The name");
        RequireWithin(HowConfirmed, FactWords.LongestLine, nameof(HowConfirmed), "This answer");
        var on = RequireDay(ReceivedOn, nameof(ReceivedOn), "The day");
        RequireThat(on is null || on <= Pages.Today, nameof(ReceivedOn), "The day must be today or earlier");
        if (!ModelState.IsValid) return Page();
        return Answer(await sendFile.ReceivedOtherwiseAsync(Viewer, Reference, By!, HowConfirmed!, on!.Value, stop), () => RedirectWithBanner(Here, "The receipt is recorded"));
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken stop)
    {
        Require(Because, nameof(Because), "Say why nothing is sent");
        RequireWithin(Because, FactWords.LongestLine, nameof(Because), "The reason");
        if (!ModelState.IsValid) return Page();
        return Answer(await sendFile.DropAsync(Viewer, Reference, Because!, stop), () => RedirectWithBanner(Here, "It is recorded that nothing is sent"));
    }
}
