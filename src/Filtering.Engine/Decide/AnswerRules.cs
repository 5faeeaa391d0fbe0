namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>What is judged of an answer, from its head.</summary>
internal static class AnswerRules
{
    public static Verdict Decide(BoundLevel level, in WebRequest request, in Verdict before, in AnswerHead head)
    {
        if (!before.IsAllowed || before.Reason is Reason.Helpline) return before;
        var isOpened = before.Reason is Reason.AllowedByException or Reason.OwnAllowed;
        if (head.Rating.IndexOf("RTA-5042-1996-1400-1577-RTA"u8) >= 0 && level.Level.IsForPupils) return before with { Action = FilterAction.Block, Reason = Reason.RatingLabel };
        if (!isOpened && level.Downloads.Count > 0 && (AnswerNames.IsBlocked(head, level.Downloads) || AnswerNames.IsBlocked(request.Address.Path, level.Downloads))) return before with { Action = FilterAction.Block, Reason = Reason.Download };
        return before with { ReadsPage = level.ReadsPages && !isOpened && AnswerNames.IsText(head.ContentType) };
    }
}

/// <summary>The parts of an answer's head that rules look at; empty where the head has none.</summary>
public readonly ref struct AnswerHead
{
    public int Status { get; init; }
    public ReadOnlySpan<byte> ContentType { get; init; }
    public ReadOnlySpan<byte> ContentDisposition { get; init; }
    public ReadOnlySpan<byte> Rating { get; init; }
    public ReadOnlySpan<byte> ContentEncoding { get; init; }
}
