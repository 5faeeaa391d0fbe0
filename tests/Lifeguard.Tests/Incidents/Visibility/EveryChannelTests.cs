using System.Net;
using System.Text.RegularExpressions;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Outbox;
using Lifeguard.Tests.Guards;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Incidents.Visibility;

/// <summary>
/// The audience table through everything that leaves the house: pages and their sub-pages, lists and counts, search, home, tasks,
/// receipts, letters, titles and redirects. Those who may know get the record; nobody else gets a byte of it.
/// </summary>
public sealed partial class EveryChannelTests(World world) : IClassFixture<World>
{
    private const string Nonsense = "zvvnobodywrotethis";

    // Pages of everybody that show nothing of records and whose visit changes something: sessions end there.
    private static readonly string[] NotVisited = ["sign-in", "sign-out", "signed-out", "kept"];

    // A technician's own list; its words are meant for them.
    private static readonly string[] ForTheTechnician = ["TechnicalTask.What", "TechnicalTask.Address", "TechnicalTask.Device", "TechnicalTask.Said", "TechnicalTask.DoneByName"];

    public static TheoryData<string> Cases() => [.. AudienceSample.Read().Select(one => one.Case)];

    [Fact]
    public void Sample_ShowsEveryRecordDeskAndCircumstance()
    {
        var wanted = AudienceTable.Read().SelectMany(AudienceSample.Features).Distinct();

        AudienceSample.Read().SelectMany(AudienceSample.Features).Distinct().ShouldBe(wanted, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    [Requirement("A-018")]
    public async Task Record_ReachesThoseOfTheTable_AndNotAByteOfItAnybodyElse(string name)
    {
        var row = AudienceTable.Read().Single(one => one.Case == name);
        var cast = await Cast.GatherAsync(world, row);
        var pages = await HousePages.OfAsync(world);
        var people = new Dictionary<string, Visitor>();
        foreach (var (part, someone) in cast.WhoCanSignIn) people[part] = await Visitor.SignedInAsync(world, someone);
        var before = new Dictionary<string, IReadOnlyList<Answer>>();
        foreach (var (part, visitor) in people.Where(one => !ListsMayChange(one.Key, row))) before[part] = await ListsAsync(visitor, pages, cast);

        var situation = new Situation(world, cast);
        var record = await situation.HappenAsync(row);
        var outsider = cast.WhoCanSignIn.First(one => !row.MayKnow.Contains(one.Key)).Value.IdentityId;
        var filled = await FilledRecord.FillAsync(world, record, outsider);
        var ofTheSchool = await KnowingAnyAsync(cast);
        var faults = new List<string>();
        var turn = 0;
        foreach (var (part, visitor) in people)
        {
            var knows = row.MayKnow.Contains(part);
            var after = await ListsAsync(visitor, pages, cast);
            var own = await OwnPagesAsync(visitor, knows ? [.. pages.Where(page => !page.IsFile)] : AudienceSample.IsFull ? pages : Some(pages, turn++), filled);
            var found = await SearchAsync(visitor, filled);
            var does = DoesTasks(part, row);
            faults.AddRange(Leaks(part, [.. after, .. own, .. found.Select(one => one.Answer)], filled, knows, does));
            if (knows) faults.AddRange(Missing(part, after, own, found, filled));
            else faults.AddRange(Traces(part, ofTheSchool.Contains(part) ? null : before.GetValueOrDefault(part), after, own, found, filled));
        }

        faults.AddRange(Leaks("nobody signed in", await OwnPagesAsync(Visitor.Stranger(world), pages, filled), filled, false, false));
        faults.AddRange(await LettersAsync(cast, row, record));

        faults.ShouldBeEmpty();
    }

    [Fact]
    public void Detector_SeesAWordInAPage_AHeaderAndATitle()
    {
        var filled = new FilledRecord { Id = Guid.Empty };
        var word = FilledRecord.Mark + "bcdfghjkmnpqrstvwx";
        Answer Sample(string body, params KeyValuePair<string, string>[] headers) => new("GET", "/desk", HttpStatusCode.OK, headers, body);

        Leaks("teacher", [Sample($"<p>{word}</p>")], filled, false, false).ShouldHaveSingleItem();
        Leaks("dsl", [Sample("<p>", new KeyValuePair<string, string>("Location", "/x?" + word))], filled, true, false).ShouldHaveSingleItem();
        Leaks("dsl", [Sample($"<title>{word}</title>")], filled, true, false).ShouldHaveSingleItem();
        Leaks("dsl", [Sample($"<title>Desk</title><a href=\"/search?q={word}\">")], filled, true, false).ShouldHaveSingleItem();
        Leaks("dsl", [Sample($"<p>{word}</p>")], filled, true, false).ShouldBeEmpty();
    }

    // Those who may know, the reporter with a receipt and the technician with a task: what stands on their lists is theirs.
    private static bool ListsMayChange(string part, AudienceCase row) => row.MayKnow.Contains(part) || part == "teacher" || DoesTasks(part, row);

    private static bool DoesTasks(string part, AudienceCase row) => part == "technician" && !row.Named.Contains(part);

    private static async Task<IReadOnlyList<Answer>> OwnPagesAsync(Visitor visitor, IReadOnlyList<HousePage> pages, FilledRecord filled)
    {
        var answers = new List<Answer>();
        foreach (var page in pages.Where(page => page.IsOfARecord)) answers.Add(await visitor.GetAsync(Addresses.Of(page, filled)));
        return answers;
    }

    // The fast tier sends everybody who may not know to the record and to a few of its pages, each person to others, so that all are visited.
    private static List<HousePage> Some(IReadOnlyList<HousePage> pages, int turn)
    {
        const int PagesEach = 4;
        var own = pages.Where(page => page.IsOfARecord).ToList();
        return [own[0], .. Enumerable.Range(turn * PagesEach, PagesEach).Select(at => own[at % own.Count])];
    }

    private static async Task<IReadOnlyList<Answer>> ListsAsync(Visitor visitor, IReadOnlyList<HousePage> pages, Cast cast)
    {
        var answers = new List<Answer>();
        foreach (var page in pages.Where(page => Addresses.IsPlain(page) && !page.IsFile && !NotVisited.Contains(page.Template))) answers.Add(await visitor.GetAsync("/" + page.Template));
        answers.Add(await visitor.GetAsync($"/log/print/sheet?school={cast.School}&from=2026-01-01&to=2026-12-31&names=yes"));
        return answers;
    }

    private static async Task<IReadOnlyList<(string Word, Answer Answer, Answer Nothing)>> SearchAsync(Visitor visitor, FilledRecord filled)
    {
        var searched = new List<(string, Answer, Answer)>();
        var nothing = await AskAsync(visitor, Nonsense);
        string[] fields = AudienceSample.IsFull ? [.. filled.FieldOfWord.Values.Distinct()] : ["Report.WhatHappened", "Involvement.Name (open)", "Entry.Text"];
        foreach (var word in fields.Select(filled.WordOf).OfType<string>()) searched.Add((word, await AskAsync(visitor, word), nothing));
        return searched;
    }

    private static Task<Answer> AskAsync(Visitor visitor, string word) => visitor.PostAsync("/search", [new("Words", word)]);

    /// <summary>Words where they must not stand: before anybody who may not know, and in titles, headers and addresses before anybody at all.</summary>
    private static IEnumerable<string> Leaks(string part, IEnumerable<Answer> answers, FilledRecord filled, bool knows, bool does)
    {
        foreach (var answer in answers)
        {
            var asked = answer is { Method: "POST", Address: "/search" };
            foreach (var word in Hidden().Matches(answer.Body).Select(match => match.Value).Distinct())
            {
                var field = filled.FieldOfWord.GetValueOrDefault(word, "a field of another record");
                // What somebody typed into the search box stands in it again; that it found nothing is asked elsewhere.
                if (!knows && !asked && !(does && ForTheTechnician.Contains(field.Split(' ')[0]))) yield return $"{part} reads {field} on {answer.Address}";
            }

            foreach (var header in answer.Headers.Where(header => Hidden().IsMatch(header.Value))) yield return $"{part} gets {header.Key} with a word of the record from {answer.Address}";
            // Read as a page only where there is a word to find: reading ten thousand pages takes a while.
            if (Hidden().IsMatch(answer.Body) && (answer.IsHtml || answer.Body.Contains("<title", StringComparison.Ordinal)))
            {
                if (Hidden().IsMatch(answer.Title)) yield return $"{part} sees a title with a word of the record on {answer.Address}";
                if (AddressesIn().Matches(answer.Body).Any(match => Hidden().IsMatch(match.Value))) yield return $"{part} sees an address with a word of the record on {answer.Address}";
            }
        }
    }

    private static IEnumerable<string> Missing(string part, IReadOnlyList<Answer> lists, IReadOnlyList<Answer> own, IReadOnlyList<(string Word, Answer Answer, Answer Nothing)> found, FilledRecord filled)
    {
        var link = "/incidents/" + filled.Reference;
        if (!own.Any(one => one.Address == link && one.Status == HttpStatusCode.OK && (filled.WordOf("Report.WhatHappened") is not { } told || one.Body.Contains(told, StringComparison.Ordinal)))) yield return $"{part} does not get the record";
        if (!lists.Any(one => one.Address == "/desk" && one.Body.Contains(link, StringComparison.Ordinal))) yield return $"{part} does not see it on the desk";
        foreach (var (word, answer, _) in found.Where(one => filled.FieldOfWord[one.Word] is "Report.WhatHappened" or "Involvement.Name (open)" or "Entry.Text" && !one.Answer.Body.Contains(link, StringComparison.Ordinal)))
            yield return $"{part} does not find it by {filled.FieldOfWord[word]} ({answer.Status})";
        foreach (var fault in own.Where(one => (int)one.Status >= 500)) yield return $"{part} meets {fault.Status} on {fault.Address}";
    }

    private static IEnumerable<string> Traces(
        string part, IReadOnlyList<Answer>? before, IReadOnlyList<Answer> after, IReadOnlyList<Answer> own, IReadOnlyList<(string Word, Answer Answer, Answer Nothing)> found, FilledRecord filled)
    {
        foreach (var page in own.Where(one => one.Status != HttpStatusCode.NotFound)) yield return $"{part} gets {page.Status} from {page.Address}";
        foreach (var page in after.Concat(own).Where(one => one.Body.Contains(filled.Reference.ToString(), StringComparison.OrdinalIgnoreCase) || one.Body.Contains(filled.Reference.Short, StringComparison.OrdinalIgnoreCase)))
            yield return $"{part} sees the record's address on {page.Address}";
        foreach (var (word, answer, nothing) in found.Where(one => one.Answer.Plain(one.Word) != one.Nothing.Plain(Nonsense)))
            yield return $"{part} learns by searching for {filled.FieldOfWord[word]}";
        foreach (var (was, now) in (before ?? []).Zip(after).Where(pair => pair.First.Plain() != pair.Second.Plain())) yield return $"{part} sees {now.Address} change ({was.Status}, {now.Status})";
    }

    /// <summary>Whoever may know of any record of this school, such as the child's welfare beside an allegation: their lists change.</summary>
    private Task<HashSet<string>> KnowingAnyAsync(Cast cast) => world.DoAsync(async services =>
    {
        var knowing = new HashSet<Guid>();
        foreach (var id in await services.GetRequiredService<Store>().Set<Incident>().Where(one => one.Org == cast.School).Select(one => one.Id).ToListAsync())
            knowing.UnionWith(await services.GetRequiredService<IncidentAudience>().ReadersAsync(id, CancellationToken.None));
        return cast.WhoCanSignIn.Where(one => knowing.Contains(one.Value.IdentityId)).Select(one => one.Key).ToHashSet();
    });

    /// <summary>A letter about the record lies in the outbox for everybody; it leaves for those alone who may know.</summary>
    private async Task<IReadOnlyList<string>> LettersAsync(Cast cast, AudienceCase row, Guid record)
    {
        await world.DoAsync(async services =>
        {
            var store = services.GetRequiredService<Store>();
            var at = world.Clock.GetUtcNow();
            foreach (var (_, someone) in cast.WhoCanSignIn) store.Post(new Letter(cast.School, someone.IdentityId, new RecordRef(Incident.Kind, record), LetterUrgency.Routine), at);
            await store.CommitAsync(Deed.OfSystem(cast.School, "Test", at), new Lifeguard.Incidents.Contracts.ConcernOpened(new RecordRef(Incident.Kind, record)), CancellationToken.None);
        });
        while (await world.SendLettersAsync() > 0)
        {
        }

        var sent = await world.DoAsync(services => services.GetRequiredService<Store>().Set<OutboxLetter>().AsNoTracking()
            .Where(letter => letter.RecordId == record && letter.SentAt != null).Select(letter => letter.ToIdentity).ToListAsync());
        var got = cast.WhoCanSignIn.Where(one => sent.Contains(one.Value.IdentityId)).Select(one => one.Key).ToList();
        return [.. got.Except(row.MayKnow).Select(one => $"{one} was written to"), .. row.MayKnow.Except(got).Select(one => $"{one} was not written to")];
    }

    [GeneratedRegex(FilledRecord.Mark + "[bcdfghjkmnpqrstvwxz]{18}", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex("""(?:href|action|src|formaction)="[^"]*"|http-equiv="refresh"[^>]*""")]
    private static partial Regex AddressesIn();
}
