using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Timeline;

/// <summary>The work on a record: people, form, notes, actions, support, the technician.</summary>
internal static class WorkSentences
{
    public static void AddTo(Sentences sentences)
    {
        var words = sentences.Words;
        sentences.Add<PersonInvolved>(news => new($"{news.Name} was added. Part: {PartWords.Of(news.Part)}."));
        sentences.Add<PersonIdentified>(news => new($"A name as written was matched with {news.Name}."));
        sentences.Add<PersonTakenOff>(news => new($"{news.Name} was taken off. They had been named by mistake."));
        sentences.Add<FormCompleted>(news => new("The school's part of the form was saved.")
        {
            Facts = [
                ("Deliberate or not", IntentWords.Of(news.Intent)),
                ("Where", news.Place is { } place ? words.Of(ChoiceList.Places, place) : null),
                ("When it happened", news.HappenedAt is { } at ? UkTime.InWords(at) : null)],
        });
        sentences.Add<IncidentClassified>(news => new("Types and areas of risk were chosen.")
        {
            Facts = [("Types", words.Types(news.Types)), ("Risk", words.Risk(news.RiskCells))],
        });
        sentences.Add<NoteAdded>(news => new("Note") { Text = news.Text, HappenedAt = news.HappenedAt, EntryId = news.EntryId });
        sentences.Add<NoteCorrected>(news => new("Note, corrected") { Text = news.Text, HappenedAt = news.HappenedAt, EntryId = news.EntryId, CorrectsId = news.CorrectsId });
        sentences.Add<ActionSet>(news => new($"Something to do was given to {news.OwnerName}, by {UkTime.InWords(news.DueOn)}.") { Text = news.What });
        sentences.Add<ActionFinished>(news => new("Something to do was done.") { Text = news.What, Facts = [("What came of it", news.Result)] });
        sentences.Add<RunBegun>(news => new($"Guided questions were begun: {news.Title}, as they hold since {news.Version}."));
        sentences.Add<RunAnswered>(news => new(news.Before is null ? "A guided question was answered." : "A guided question was answered differently.")
        {
            Text = $"{news.Asks} {news.Said}",
            Facts = [("Before", news.Before)],
        });
        sentences.Add<PlanItemSettled>(news => new(news.Way == nameof(Way.Done) ? "Done, as the plan asks." : "Left out of the plan, for a reason.")
        {
            Text = news.Text,
            Facts = [(news.Way == nameof(Way.Done) ? "What came of it" : "Why", news.Said), ("Who was asked", news.Consulted)],
        });
        sentences.Add<PlanItemReopened>(news => new("Open again in the plan.") { Text = news.Text });
        sentences.Add<RunSetAside>(news => new($"Guided questions were set aside: {news.Title}.") { Text = news.Because });
        sentences.Add<DebriefHeld>(news => new($"Those who dealt with it talked it through on {UkTime.InWords(news.On)}.")
        {
            Text = news.Learnt,
            Facts = [("Who took part", news.TookPart), ("What must change", news.Changes.Count == 0 ? "Nothing" : string.Join("; ", news.Changes))],
        });
        sentences.Add<SanctionDecided>(news => new($"Decided about the conduct of {news.Person}: {news.Category}.")
        {
            Text = news.Reasons,
            Facts = [("Decided", string.Join("; ", news.Options))],
        });
        sentences.Add<SanctionTakenBack>(news => new($"The decision about the conduct of {news.Person} was taken back.") { Text = news.Because });
        sentences.Add<ConductMatrixApproved>(news => new($"The matrix of conduct was approved. It is number {news.Number}.") { Text = string.Join("; ", news.Changed) });
        sentences.Add<SupportRecorded>(news => new($"Support for {news.Person} was {news.State.ToLowerInvariant()}: {words.Of(ChoiceList.SupportKinds, news.Kind)}."));
        sentences.Add<TechnicalTaskAsked>(news => new($"The technician was asked: {words.Of(ChoiceList.TechnicalTasks, news.What)}.")
        {
            Address = news.Address,
            Facts = [("Device", news.Device)],
        });
        sentences.Add<TechnicalTaskFinished>(news => new($"The technician has done it: {words.Of(ChoiceList.TechnicalTasks, news.What)}.") { Text = news.Said });
        sentences.Add<IncidentsLinked>(news => new($"Linked with another record. {words.Of(ChoiceList.LinkKinds, news.Kind)}.") { OtherRecord = news.OtherId });
    }
}
