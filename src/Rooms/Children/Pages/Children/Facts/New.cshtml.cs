using Lifeguard.Children.Model;
using Lifeguard.Reference.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Children.Pages.Children.Facts;

/// <summary>One more fact on a child's file.</summary>
[Needs(ChildrenPermissions.Files)]
internal sealed class NewModel(ChildPages pages, FindFamily family, IReference reference, EnterFact enterFact) : FactFormPage(pages, family, reference)
{
    [FromQuery(Name = "kind")] public FactKind Wanted { get; set; }

    public override FactKind Kind => Wanted;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Answers() is not { } answers) return Page();
        return Answer(await enterFact.RunAsync(Viewer, Reference, answers, null, stop), () => RedirectWithBanner(Back, "It is on file"));
    }
}
