using System.Text.Json;
using Lifeguard.Custody.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Shared;

/// <summary>What happened, as the journal has it, the first on top. Nothing in it can be changed, only added to.</summary>
internal sealed class FindHistory(Store store)
{
    private const int Most = 500;

    /// <param name="whole">For whoever keeps the register; whoever keeps the item reads neither the police's words nor who is kept away.</param>
    /// <param name="readings">Also who opened and printed it; on the paper that goes with an item that is nobody's matter.</param>
    public async Task<IReadOnlyList<HistoryLine>> OfAsync(RecordRef record, bool whole, bool readings, CancellationToken stop)
    {
        var (kind, id) = (record.Kind, record.Id);
        var rows = await store.Set<JournalRow>().AsNoTracking().Where(row => row.RecordKind == kind && row.RecordId == id).OrderBy(row => row.At).ThenBy(row => row.Id).Take(Most)
            .Select(row => new { row.At, row.Act, row.Payload }).ToListAsync(stop);
        List<HistoryLine> lines = [];
        // What was written down in one moment stands in the order in which it was done.
        foreach (var row in rows.Where(row => readings || row.Act is not (nameof(RecordRead) or nameof(RecordRefused))).OrderBy(row => row.At).ThenBy(row => RankOf(row.Act)))
        {
            if (row.Payload is null) lines.Add(new HistoryLine(row.At, "Erased", "The words were erased."));
            else if (Says(row.Act, Words(row.Payload), whole) is { } says) lines.Add(new HistoryLine(row.At, JournalWords.ByName(row.Payload) ?? "", says));
        }

        return lines;
    }

    private static int RankOf(string act) => act switch
    {
        nameof(ItemTakenIn) or nameof(SearchConfirmed) => 0,
        nameof(SafetyAnswered) => 1,
        _ => 2,
    };

    // As people end a sentence, or do not.
    private static string Ended(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : text + ".";

    private static Dictionary<string, string> Words(string payload)
    {
        using var json = JsonDocument.Parse(payload);
        return json.RootElement.EnumerateObject().Where(one => one.Value.ValueKind is not JsonValueKind.Null).ToDictionary(one => one.Name, one => one.Value.ToString());
    }

    private static string? Says(string act, Dictionary<string, string> words, bool whole)
    {
        string Of(string name) => words.GetValueOrDefault(name, "");
        string With(string before, string name) => words.TryGetValue(name, out var text) ? $"{before}{text}" : "";
        return act switch
        {
            nameof(ItemTakenIn) => $"Taken into custody: {Of("What")}. Secured by {Of("SecuredBy")}. Found: {Of("FoundWhere")}. Sealed: {Of("SealedHow")}. Stored: {Of("StoredWhere")}.",
            nameof(SafetyAnswered) => $"{Of("By")} answered. Safe to stop its use: {Of("SafeToStop")}. Leaving it exposes a child: {Of("LeavesChildExposed")}.",
            nameof(DeviceIsolated) => $"Isolated by {Of("By")}: nobody uses it. {Of("How")}",
            nameof(ItemHandedOver) => $"From {Of("From")} to {Of("To")}. {Ended(Of("Reason"))}{With(" Police reference ", "PoliceReference")}{With(" Stored: ", "StoredWhere")}",
            nameof(AccessNoted) => $"Could use it: {Of("Person")}, {Of("Role")}. {Of("How")}{With(", log-in ", "LogIn")}. {Of("Period")}",
            nameof(OffenceSettled) => whole ? $"A possible offence is {(Of("Possible") is "True" ? "" : "not ")}in question. {Of("Because")}" : "The safeguarding lead answered about the item.",
            nameof(PoliceAdvised) => $"The police said that it {(Of("MayBeReleased") is "True" ? "may" : "must not")} be released. Reference {Of("PoliceReference")}.{(whole ? $" {Of("Officer")}: {Of("Says")}" : "")}",
            nameof(KeptFromItem) => whole ? "Somebody was kept from learning of it." : null,
            nameof(TiedToRecord) => whole ? "It belongs to a record from then on." : null,
            nameof(ItemEnded) => $"{Of("How")}: {Of("To")}. {Ended(Of("Words"))}{With(" Police reference ", "PoliceReference")}",
            nameof(TechnicianAsked) => $"{Of("What")}, asked by {Of("AskedBy")}.",
            nameof(OrderFinished) => $"Done. {Ended(Of("Said"))}{With(" Kept: ", "KeptWhere")}",
            nameof(ThingConfiscated) => $"Taken: {Of("What")}. Kept: {Of("KeptWhere")}.",
            nameof(ParentToldOfIt) => $"A parent was told: {Of("Who")}. {Of("How")}",
            nameof(ThingMoved) => $"Kept somewhere else: {Of("To")}. Before: {Of("From")}.",
            nameof(ThingGivenBack) => $"Given {(Of("ToParent") is "True" ? "to a parent" : "back")}: received by {Of("ReceivedBy")}.",
            nameof(DeviceSearched) => $"Searched: {Of("Device")}. {Ended(Of("Because"))} Present: {Ended(Of("Present"))} Looked at: {Ended(Of("Examined"))} Found: {Ended(Of("Found"))}",
            nameof(SearchDecided) => $"Decided: {Of("Decision")}. {Of("Because")}",
            nameof(SearchConfirmed) => $"{(Of("Agrees") is "True" ? "Agreed" : "Did not agree")}{(Of("SeesOffence") is "True" ? ": an offence is possible" : "")}. {Of("Because")}",
            nameof(RecordRead) => whole ? $"{(Of("How") is "printed" ? "Printed" : "Opened")} it." : null,
            nameof(RecordRefused) => whole ? "Asked for it, and may not know of it: was shown nothing." : null,
            _ => null,
        };
    }
}

internal sealed record HistoryLine(DateTimeOffset At, string ByName, string Says);
