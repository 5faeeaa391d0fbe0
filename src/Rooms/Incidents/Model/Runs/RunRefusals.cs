using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Model.Runs;

/// <summary>Every expected "no" about guided questions, in words for the person who meets it.</summary>
internal static class RunRefusals
{
    public static Refusal SetAside { get; } = new("run-set-aside", "These questions were set aside. Begin others, or the same ones again.");

    public static Refusal BegunAlready { get; } = new("run-begun-already", "These questions are being answered on this record already.");

    public static Refusal NotAsked { get; } = new("not-asked", "This question is not asked here, or does not have this answer. Choose one of the answers on the page.");

    public static Refusal SettledAlready { get; } = new("settled-already", "This has been settled already.");

    public static Refusal NotSettled { get; } = new("not-settled", "This is still open.");

    public static Refusal NoLongerAskedFor { get; } = new("no-longer-asked-for", "The answers have changed, and this is no longer asked for.");

    public static OpenInPlan Unanswered(Run run)
    {
        var sentence = $"Go on with the questions of \"{run.Title}\", or set them aside with a reason.";
        return new("questions-open", sentence, run.Id, null, sentence);
    }

    public static OpenInPlan ItemOpen(RunItem item) => new("item-open", $"Still to do: {item.InWords()}", item.RunId, item.Id, item.InWords());
}
