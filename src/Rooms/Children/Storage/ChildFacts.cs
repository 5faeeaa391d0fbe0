using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Children.Pages.Children;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Storage;

/// <inheritdoc cref="IChildFacts"/>
internal sealed class ChildFacts(Store store, FilesInReach files, FileSeal seal, IPeople people, IReference reference, TimeProvider clock) : IChildFacts
{
    private static readonly string[] WhoHelps = [KnownKeys.SocialWorker, KnownKeys.MentalHealth, KnownKeys.Health];
    private static readonly string[] HelpedBySocialCare = [KnownKeys.LookedAfter, KnownKeys.ProtectionPlan, KnownKeys.InNeed];

    private const string ClosedWords = "Something on the child's file cannot be opened now. Ask the safeguarding lead before you tell anybody anything.";

    public async Task<IReadOnlyDictionary<Guid, ChildInShort>> InShortAsync(Viewer viewer, IReadOnlyCollection<Guid> children, CancellationToken stop)
    {
        if (children.Count == 0) return new Dictionary<Guid, ChildInShort>();
        var found = await (await files.NotKeptFromAsync(viewer, children, stop)).AsNoTracking().ToListAsync(stop);
        if (found.Count == 0) return new Dictionary<Guid, ChildInShort>();

        var ids = found.Select(file => file.Id).ToList();
        var today = UkTime.DateOf(clock.GetUtcNow());
        var facts = (await store.Set<ChildFact>().AsNoTracking()
            .Where(fact => ids.Contains(fact.FileId) && fact.WrongSince == null && fact.From <= today && (fact.Until == null || fact.Until >= today))
            .OrderBy(fact => fact.Kind).ThenBy(fact => fact.From).ThenBy(fact => fact.Id).ToListAsync(stop)).ToLookup(fact => fact.FileId);
        var cards = await people.CardsAsync(children, stop);
        var schools = files.Schools(viewer);
        var mayOpen = viewer.May(ChildrenPermissions.Files);
        return found.Where(file => facts[file.Id].Any()).ToDictionary(file => file.PersonId, file => Short(
            file, cards.TryGetValue(file.PersonId, out var card) ? card.Name : "", [.. facts[file.Id]], mayOpen && schools.Contains(file.Org) ? Links.File(file.Reference) : null));
    }

    private ChildInShort Short(ChildFile file, string name, IReadOnlyList<ChildFact> facts, string? href)
    {
        var opened = facts.Select(fact => (fact.Kind, Words: seal.Open<FactWords>(fact.Id, fact.Sealed))).ToList();
        var known = opened.Where(one => one.Words is not null).Select(one => (one.Kind, Words: one.Words!)).ToList();
        List<string> lines = [.. known.Select(one => Line(one.Kind, one.Words)).OfType<string>()];
        // A warning that cannot be opened must not look like no warning.
        if (known.Count < opened.Count) lines.Insert(0, ClosedWords);
        return new ChildInShort
        {
            PersonId = file.PersonId,
            Name = name,
            IsLookedAfter = known.Exists(one => one.Kind is FactKind.Status && one.Words.Key == KnownKeys.LookedAfter),
            HasNeeds = known.Exists(one => one.Kind is FactKind.Need),
            HasHelp = known.Exists(one => one.Kind is FactKind.Professional && WhoHelps.Contains(one.Words.Key) || one.Kind is FactKind.Status && HelpedBySocialCare.Contains(one.Words.Key)),
            MustNotBeFound = known.Exists(one => one.Kind is FactKind.Order || one.Kind is FactKind.Status && one.Words.Key == KnownKeys.LookedAfter || one.Words.Telling is Telling.MustNotBeTold),
            NeedsInterpreter = known.Exists(one => one.Words.Interpreter is true),
            Lines = lines,
            Carers = [.. known.Where(one => one.Kind is FactKind.Carer).Select(one => new WhoIsTold(one.Words.Name!, one.Words.Relation, one.Words.Telling ?? Telling.AskFirst, one.Words.Because)).OrderBy(one => one.Telling)],
            SocialWorkerTelephone = known.Where(one => one.Kind is FactKind.Professional && one.Words.Key == KnownKeys.SocialWorker).Select(one => one.Words.Telephone).FirstOrDefault(number => number is not null),
            Href = href,
        };
    }

    // Without the story: what somebody who helps the child today must know.
    private string? Line(FactKind kind, FactWords words) => kind switch
    {
        FactKind.Status => Label(ChoiceList.ChildStatuses, words.Key),
        FactKind.Order => $"{Label(ChoiceList.ChildOrders, words.Key)}: {words.Detail}",
        FactKind.Need => words.Detail is null ? words.Name : $"{words.Name}. What helps: {words.Detail}",
        FactKind.Language => words.Interpreter is true ? $"{words.Name}, an interpreter is needed" : words.Name,
        FactKind.Professional when words.Key == KnownKeys.SocialWorker => $"Social worker: {words.Name}{(words.Telephone is null ? "" : $", {words.Telephone}")}",
        _ => null,
    };

    private string Label(ChoiceList list, string? key) => key is null ? "" : reference.Choice(list, key)?.Label ?? key;
}
