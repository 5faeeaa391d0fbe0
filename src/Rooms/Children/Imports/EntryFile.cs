namespace Lifeguard.Children.Imports;

/// <summary>What an export holds, before anybody is matched.</summary>
internal sealed record EntryFile(IReadOnlyList<EntryRow> Rows, IReadOnlyList<LeftOut> LeftOut, IReadOnlyList<string> Notices);

/// <summary>One entry of the export.</summary>
internal sealed record EntryRow(long Line, NamedPupil Pupil, DateTimeOffset At, Model.EntryWords Words);

/// <summary>A pupil as the export names them. Rows that say exactly the same mean the same pupil.</summary>
internal sealed record NamedPupil(string? Upn, string? Admission, string Given, string Family, DateOnly? BornOn)
{
    public string Name => $"{Given} {Family}".Trim();
}

/// <summary>A row left out.</summary>
/// <param name="Line">As an editor counts.</param>
/// <param name="Reason">A sentence without a name in it.</param>
internal sealed record LeftOut(string File, long Line, string Reason);

/// <summary>The export as a whole cannot be taken: caught in one place, where it becomes the import's refusal.</summary>
internal sealed class EntriesUnreadable(string sentence) : Exception(sentence);
