using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Children.Pages.Children.Chronology;
using Lifeguard.Children.Sealing;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Send;

/// <summary>Which school, by which route, and what goes.</summary>
[Needs(ChildrenPermissions.Files), StepUp]
internal sealed class ChooseModel(ChildPages pages, FindTransfers findTransfers, FindEntries findEntries, FileSeal seal, SendFile sendFile, IOrganisations organisations, Store store) : ChildPage(pages)
{
    public const string ToKey = "key";
    public const string ToPassphrase = "passphrase";
    private const string NotAnAnswer = "Choose one of the answers on the page";

    [BindProperty] public Guid? Inside { get; set; }

    [BindProperty] public string? School { get; set; }

    [BindProperty] public string? Urn { get; set; }

    [BindProperty] public string? Recipient { get; set; }

    [BindProperty] public SecureRoute? Route { get; set; }

    [BindProperty] public string? RouteAddress { get; set; }

    [BindProperty] public string? ConfirmedHow { get; set; }

    [BindProperty] public string? SealedWith { get; set; }

    [BindProperty] public string? Key { get; set; }

    [BindProperty] public bool WithFacts { get; set; }

    [BindProperty] public List<string> Entries { get; set; } = [];

    [BindProperty] public List<string> Records { get; set; } = [];

    [BindProperty] public string? Reason { get; set; }

    public TransferView Open { get; private set; } = null!;

    public IReadOnlyList<ChronologyItem> FromBefore { get; private set; } = [];

    public IReadOnlyList<ChildRecordLine> OfHouse { get; private set; } = [];

    /// <summary>Schools of this house with a key of their own.</summary>
    public IReadOnlyList<(OrganisationCard Card, string Key)> Neighbours { get; private set; } = [];

    public IEnumerable<SelectListItem> NeighbourItems => Neighbours.Select(one => new SelectListItem(one.Card.Name, one.Card.Id.ToString()));

    protected override async Task<bool> IsThereAsync(CancellationToken stop)
    {
        if ((await findTransfers.OfAsync(Heading.File.Id, stop)).FirstOrDefault(one => one.IsOpen) is not { } open) return false;
        Open = open;
        return true;
    }

    protected override async Task<bool> LoadFileAsync(CancellationToken stop)
    {
        FromBefore = [.. (await findEntries.EntriesAsync(Viewer, Heading.File.Id, stop)).Where(entry => !entry.AboutAnAdult).Select(entry => ChronologyItem.Of(entry, seal.Open<EntryWords>(entry.Id, entry.Sealed)))];
        OfHouse = [.. (await findEntries.RecordsAsync(Viewer, Heading, stop)).Where(record => record.MayGo)];
        Neighbours = await NeighboursAsync(stop);
        if (HttpMethods.IsGet(Request.Method)) Fill();
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var neighbour = Neighbours.FirstOrDefault(one => one.Card.Id == Inside);
        RequireThat(Inside is null || neighbour.Card is not null, nameof(Inside), NotAnAnswer);
        if (neighbour.Card is null) Require(School, nameof(School), "Type the next school, or choose one of this house");
        Require(Recipient, nameof(Recipient), "Type the name of the safeguarding lead there");
        Require(Route, nameof(Route), "Select the route");
        Require(RouteAddress, nameof(RouteAddress), "Type the address or number that the route leads to");
        Require(ConfirmedHow, nameof(ConfirmedHow), "Say how you made sure that it is theirs");
        if (neighbour.Card is null)
        {
            RequireThat(SealedWith is ToKey or ToPassphrase, nameof(SealedWith), "Select how the package is sealed");
            RequireThat(SealedWith != ToKey || AgeProgram.IsRecipient(Key?.Trim()), nameof(Key), "Enter the key of the school: it begins with age1 and has 62 letters and digits");
        }

        Require(Reason, nameof(Reason), "Say why the file goes");
        foreach (var (text, field) in new[] { (School, nameof(School)), (Urn, nameof(Urn)), (Recipient, nameof(Recipient)), (RouteAddress, nameof(RouteAddress)), (ConfirmedHow, nameof(ConfirmedHow)), (Reason, nameof(Reason)) })
            RequireWithin(text, FactWords.LongestLine, field, "This answer");
        RequireThat(WithFacts || Entries.Count + Records.Count > 0, nameof(Entries), "Tick what goes");
        if (!ModelState.IsValid) return Page();

        var outcome = await sendFile.PrepareAsync(Viewer, Reference, new TransferWords
        {
            School = neighbour.Card?.Name ?? School!,
            Urn = Urn,
            Recipient = Recipient!,
            Route = Route!.Value,
            RouteAddress = RouteAddress!,
            ConfirmedHow = ConfirmedHow!,
            Reason = Reason!,
            WithFacts = WithFacts,
            // Only what the page offered; anything else that was sent is nothing.
            Entries = [.. FromBefore.Select(item => item.Id).Where(id => Entries.Contains(id.ToString()))],
            Records = [.. OfHouse.Select(record => record.Id).Where(id => Records.Contains(id.ToString()))],
            Key = neighbour.Card is not null ? neighbour.Key : SealedWith == ToKey ? Key!.Trim() : null,
        }, stop);
        return Answer(outcome, () => LocalRedirect(Links.File(Reference, "send/look")));
    }

    private void Fill()
    {
        if (Open.Words is { } words)
        {
            (School, Urn, Recipient, Route, RouteAddress, ConfirmedHow, Reason) = (words.School, words.Urn, words.Recipient, words.Route, words.RouteAddress, words.ConfirmedHow, words.Reason);
            (SealedWith, Key, WithFacts) = (words.Key is null ? ToPassphrase : ToKey, words.Key, words.WithFacts);
            (Entries, Records) = ([.. words.Entries.Select(id => id.ToString())], [.. words.Records.Select(id => id.ToString())]);
            return;
        }

        // The whole chronology goes unless somebody decides otherwise; records of this house are chosen one by one.
        WithFacts = true;
        Entries = [.. FromBefore.Select(item => item.Id.ToString())];
    }

    private async Task<IReadOnlyList<(OrganisationCard, string)>> NeighboursAsync(CancellationToken stop)
    {
        var keys = (await store.Set<FileKey>().AsNoTracking().Where(one => one.School != Heading.File.Org).OrderBy(one => one.MadeAt).Select(one => new { one.School, one.Recipient }).ToListAsync(stop))
            .GroupBy(one => one.School).ToDictionary(one => one.Key, one => one.Last().Recipient);
        return [.. (await organisations.AllAsync(stop)).Where(one => keys.ContainsKey(one.Id)).OrderBy(one => one.Name, StringComparer.CurrentCulture).Select(one => (one, keys[one.Id]))];
    }
}
