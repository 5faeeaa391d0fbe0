using System.Text.Json;

namespace Lifeguard.Verifier.Check;

// Compares what a case chronology shows with what the journal kept.
internal sealed class EntryCheck(Action<Fault> report)
{
    // A second property of the same name would let two readers see two texts.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public long Same { get; private set; }
    public long Erased { get; private set; }

    public void Next(Guid? journalId, string? text, bool hasRow, byte[]? payload)
    {
        if (Complaint(journalId, text, hasRow, payload) is { } complaint)
            report(new(FaultKind.EntryDiffers, null, journalId, complaint));
        else if (payload is null)
            Erased++;
        else
            Same++;
    }

    private static string? Complaint(Guid? journalId, string? text, bool hasRow, byte[]? payload)
    {
        if (journalId is null) return "An entry of the chronology names no journal row.";
        if (!hasRow) return "The journal row of an entry in the chronology is gone.";
        if (payload is null) return null;

        return TextIn(payload) is not { } kept ? "The payload of an entry's journal row has no readable Text."
            : kept == text ? null
            : "The text shown in the chronology is not the text in the journal.";
    }

    private static string? TextIn(byte[] payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload, Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("Text", out var text) && text.ValueKind == JsonValueKind.String
                ? text.GetString()
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
