namespace Lifeguard.Incidents.Pages.Incidents.Debrief;

/// <summary>What was said when it was over, checked.</summary>
internal sealed record DebriefAnswers(DateOnly On, string TookPart, string Learnt, IReadOnlyList<ChangeToMake> Changes);

/// <summary>Something that must change, given to somebody.</summary>
internal sealed record ChangeToMake(ChangeIn In, string What, Guid Owner, DateOnly DueOn);

/// <summary>Where something must change. Requirement A-154.</summary>
internal enum ChangeIn
{
    Filter,
    Policy,
    Training,
    Teaching,
}

internal static class ChangeWords
{
    public static string Of(ChangeIn change) => change switch
    {
        ChangeIn.Filter => "The filter or the monitoring",
        ChangeIn.Policy => "A policy or an agreement",
        ChangeIn.Training => "What staff are trained in",
        _ => "What pupils are taught",
    };
}
