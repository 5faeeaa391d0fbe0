using Lifeguard.Access.Commands;
using Lifeguard.Cli.Backups;
using Lifeguard.Organisation.Commands;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Response.Commands;
using Lifeguard.Storage.Journal;
using Lifeguard.Upkeep.Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Cli;

/// <summary>Everything the command line can do.</summary>
internal static class Verbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        new("import roster", ["PATH"], Options(("--into", "NAME"), ("--school", "NAME"), ("--leavers", "NUMBER"), ("--preview", "")),
            "Loads people from a OneRoster 1.1 or 1.2 export, a zip or a folder, and says what it took and what it left out. " +
            "--into: the school or trust to load into. --school: which school of the export to take. --leavers: how many leavers are right, where it asks. " +
            "--preview: says what would change, with names, and changes nothing. Loading the same export again changes nothing.",
            (house, typed, output, stop) => house.GetRequiredService<ImportRoster>().RunAsync(
                typed.Arguments[0], typed.Option("--into"), typed.Option("--school"), typed.Option("--leavers"), typed.Option("--preview") is not null,
                output, new RowsSoFar(Console.Error), stop)),
        new("import school", ["PATH"], Options(("--into", "NAME"), ("--school", "NAME"), ("--preview", "")),
            "Takes over a school's own details from a CSV file of Get Information about Schools (GIAS). " +
            "--into: which school here. --school: its name or URN in the file, where the file holds several. --preview: says what would change and changes nothing.",
            (house, typed, output, stop) => house.GetRequiredService<ImportSchool>().RunAsync(
                typed.Arguments[0], typed.Option("--into"), typed.Option("--school"), typed.Option("--preview") is not null, output, stop)),
        new("organisation add", ["NAME"], Options(("--kind", "KIND"), ("--under", "NAME")),
            "Adds a School, Trust, LocalAuthority, Partnership or OtherSetting.",
            (house, typed, output, stop) => house.GetRequiredService<AddOrganisation>().RunAsync(
                typed.Arguments[0], typed.Option("--kind")!, typed.Option("--under"), output, stop)) { Demanded = ["--kind"] },
        new("role give", ["PERSON", "ROLE"], Options(("--school", "NAME"), ("--from", "DATE"), ("--until", "DATE")),
            "Gives an adult a role, such as DesignatedSafeguardingLead, Head or Teacher, from a day on (2026-09-01) or from today. --until: its last day.",
            (house, typed, output, stop) => house.GetRequiredService<GiveRole>().RunAsync(
                typed.Arguments[0], typed.Arguments[1], typed.Option("--school"), typed.Option("--from"), typed.Option("--until"), output, stop)),
        new("account open", ["EMAIL"], Options(("--person", "NAME"), ("--school", "NAME")),
            "Invites an adult to make an account and prints the link, once. They choose their own passkey or password.",
            (house, typed, output, stop) => house.GetRequiredService<OpenAccount>().RunAsync(
                typed.Arguments[0], typed.Option("--person")!, typed.Option("--school"), output, stop)) { Demanded = ["--person"] },
        new("role end", ["PERSON", "ROLE"], Options(("--school", "NAME"), ("--after", "DATE")),
            "Ends an adult's role: at once, also one that began today, or after a day (2026-08-31).",
            (house, typed, output, stop) => house.GetRequiredService<EndRole>().RunAsync(
                typed.Arguments[0], typed.Arguments[1], typed.Option("--school"), typed.Option("--after"), output, stop)),
        new("rights show", [], Options(), "Lists everybody who can sign in, with their roles of today.",
            (house, _, output, stop) => house.GetRequiredService<ReviewRights>().ShowAsync(output, stop)),
        new("rights confirm", [], Options(("--by", "NAME")),
            "After a restore: lets people sign in again, when somebody has looked through the rights.",
            (house, typed, output, stop) => house.GetRequiredService<ReviewRights>().ConfirmAsync(typed.Option("--by")!, output, stop)) { Demanded = ["--by"] },
        new("backup", [], Options(), "Makes an encrypted backup of the running database, and removes those that are older than is kept.",
            (house, _, output, stop) => new MakeBackup(
                house.GetRequiredService<IConfiguration>(), house.GetRequiredService<WitnessFile>(), house.GetRequiredService<Sealer>(), house.GetRequiredService<IUpkeep>(),
                house.GetRequiredService<TimeProvider>()).RunAsync(output, stop)) { BringsUpToDate = false },
        new("restore", [], Options(("--drill", ""), ("--into", "FOLDER"), ("--key", "FILE"), ("--until", "TIME")),
            "--drill: restores the newest backup, or the one at PATH, beside the running database, checks it and takes it away again. " +
            "--into: restores it into a folder, ready to take the database's place. --key: the secret half of the backup key. " +
            "--until: no further than a time (\"2026-11-26 09:00 UTC\").",
            (house, typed, output, stop) => Restore(house).RunAsync(typed, output, stop)) { Demanded = ["--key"], MayFollow = ["PATH"], BringsUpToDate = false },
        new("response flows", [], Options(), "Lists the guided responses, one JSON line each. Needs no database.",
            (house, _, output, _) => house.GetRequiredService<AskFlows>().FlowsAsync(output)) { NeedsDatabase = false },
        new("response questions", [], Options(("--flow", "ID")), "Lists the questions of a guided response with their answers, one JSON line each. Needs no database.",
            (house, typed, output, _) => house.GetRequiredService<AskFlows>().QuestionsAsync(typed.Option("--flow")!, output)) { Demanded = ["--flow"], NeedsDatabase = false },
        new("response plan", [], Options(("--flow", "ID"), ("--answers", "FILE"), ("--at", "TIME")),
            "Prints as JSON what follows from these answers, and why. FILE holds one JSON object, answers by question. " +
            "--at: from when deadlines run (\"2026-11-27T16:40:00Z\"). Needs no database.",
            (house, typed, output, stop) => house.GetRequiredService<AskFlows>().PlanAsync(typed.Option("--flow")!, typed.Option("--answers")!, typed.Option("--at"), output, stop)) { Demanded = ["--flow", "--answers"], NeedsDatabase = false },
        .. FilterVerbs.All,
        new("journal seal", [], Options(), "Seals what the journal holds now, without waiting for the clock.",
            (house, _, output, stop) => new SealJournal(house.GetRequiredService<Sealer>()).RunAsync(output, stop)),
        new("journal head", [], Options(), "Prints the last seal and writes it to the witness file outside the database.",
            (house, _, output, stop) => new ShowHead(house.GetRequiredService<Sealer>(), house.GetRequiredService<WitnessFile>()).RunAsync(output, stop)),
    ];

    private static RestoreBackup Restore(IServiceProvider house)
    {
        var configuration = house.GetRequiredService<IConfiguration>();
        return new RestoreBackup(configuration, house.GetRequiredService<IUpkeep>(), house.GetRequiredService<WitnessFile>(), house.GetRequiredService<TimeProvider>(),
            (owner, app, stateAt, stop) => RestoredHouse.MakeReadyAsync(configuration, owner, app, stateAt, stop));
    }

    internal static Dictionary<string, string> Options(params (string Name, string Value)[] options) => options.ToDictionary(one => one.Name, one => one.Value);

    /// <summary>Says on a terminal how far a load has come; a file that takes the output is left alone.</summary>
    private sealed class RowsSoFar(TextWriter error) : IProgress<RosterProgress>
    {
        public void Report(RosterProgress value)
        {
            if (!Console.IsErrorRedirected) error.Write($"\r{value.Doing}: {value.Rows:N0}".PadRight(60));
        }
    }
}
