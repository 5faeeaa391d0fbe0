using Lifeguard.Incidents.Model;
using Lifeguard.Ui;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>Who will be able to read this, before a word of it is written; and who looks after the child, when an adult here is named.</summary>
internal sealed class ReadersModel(DraftDoor door, Drafts drafts, PreviewReaders preview, NumbersToRing numbers) : RaisePage(door, drafts)
{
    private const int LongestLookingAfter = 2_000;

    [BindProperty] public string? LooksAfter { get; set; }

    public ReadersShown Readers { get; private set; } = null!;

    public IReadOnlyList<HelpContact> Authority { get; private set; } = [];

    public override string Step => RaiseJourney.Readers;

    public bool ChildInvolved => Answers.People.Any(one => one.NamedAs == NamedAs.Pupil);

    protected override void Show(RaiseAnswers answers) => LooksAfter = answers.WhoLooksAfterTheChild;

    protected override async Task<IActionResult?> PrepareAsync(CancellationToken stop)
    {
        if (Answers.People.Count == 0 && !Answers.NobodyToName) return Redirect(Here(RaiseJourney.Who));
        Readers = await PreviewAsync(stop);
        if (Readers.NobodyMayTakeIt || Readers.TellsAuthority) Authority = await numbers.AuthorityAsync(Draft.School, stop);
        return null;
    }

    protected override async Task CheckAsync(CancellationToken stop)
    {
        if (ChildInvolved && (await PreviewAsync(stop)).IsAllegation) Require(LooksAfter, nameof(LooksAfter), "Say who is looking after the child now");
    }

    protected override RaiseAnswers Write(RaiseAnswers answers) => answers with
    {
        WhoLooksAfterTheChild = Fit(LooksAfter, LongestLookingAfter, nameof(LooksAfter), "Who is looking after the child", answers.WhoLooksAfterTheChild),
        ReadersShown = ModelState.IsValid,
    };

    protected override IReadOnlyList<Said> Says(RaiseAnswers answers) => [new("Who is looking after the child now", answers.WhoLooksAfterTheChild)];

    private Task<ReadersShown> PreviewAsync(CancellationToken stop) => preview.RunAsync(Draft.School.Id, Answers.People, Draft.Reporter is not null, stop);
}
