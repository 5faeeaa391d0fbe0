using Lifeguard.Filtering.Model;

namespace Lifeguard.Filtering.Pages.Filtering.Alarms;

/// <summary>What an alarm is called, what it means for pupils, and what to do first: for whoever keeps the filter, and for whoever keeps children safe.</summary>
/// <param name="Title">As a heading, and as a line on home.</param>
/// <param name="Means">For pupils, plainly.</param>
internal sealed record AlarmWords(string Title, string Means, string ForKeepers, string ForLeads)
{
    private const string NothingForLeads = "There is nothing for you to do. The technician has been told.";

    private static readonly Dictionary<AlarmKind, AlarmWords> All = new()
    {
        [AlarmKind.OpenDoor] = new(
            "A page that must be blocked opened",
            "Once a minute each door of the filter is asked for a test page that stands on the school's lists. Through this door it opened. What opens for the test may open for pupils too.",
            "Take this door out of use now: end Squid there, and nothing opens through it. Then look whether Squid's configuration was changed (\"squid lint\" names each line by which a page could open unseen), and whether the test address still stands in the lists. This ends by itself when the test page is blocked again.",
            "Ring the technician now. Until they say that it is blocked again, have pupils work without the internet, or with somebody who sees every screen. Afterwards ask the technician from when until when it was open."),
        [AlarmKind.NoGateway] = new(
            "The web filter does not answer",
            "As a rule this means that nothing can be decided, and pages stay shut for pupils until a gateway answers again; then they open by themselves. Helplines stay open. Staff are shut out too, unless the school decided that they may browse meanwhile.",
            "Look whether the gateway runs: gateway.log in the gate's folder says why it ended, and scripts/gate.sh starts it again. If it runs, look whether this machine reaches the address that is named here (Lifeguard__Gate__Gateways).",
            "Ring the technician. Tell staff that pages do not open just now and that no pupil has done anything wrong. Where staff may browse meanwhile, they browse without the filter: pupils must not use their devices."),
        [AlarmKind.GatewaySilent] = new(
            "One of the gateways does not answer",
            "Pupils notice nothing: the other gateways decide in its place. If those fall over too, pages stay shut until one answers again.",
            "Look whether it runs: gateway.log in its folder says why it ended. If it runs, look whether this machine reaches the address that is named here.",
            NothingForLeads),
        [AlarmKind.GatewayUndecided] = new(
            "One of the gateways has no filter to decide with",
            "It runs, and shuts everything that it is asked about. Pupils whose requests reach it open no page.",
            "It found no policy and lists that it can use. Put right what it says here; it takes good files within a second.",
            NothingForLeads),
        [AlarmKind.DoorSilent] = new(
            "A door of the filter does not answer",
            "The test page came back neither blocked nor open. Whoever goes through this door opens no page until it answers again. Where it says \"not let in\" only the test was sent away, and nobody knows whether this door filters.",
            "Look whether Squid runs there: squid.log in the gate's folder says why it ended. If it runs, look whether it reaches its gateways. Where it says \"not let in\", name the address of the gateway that tests it under networks in squid.json.",
            "If lessons stand still, tell staff that pages do not open just now. The technician has been told."),
        [AlarmKind.DoorShut] = new(
            "A page that must open was blocked",
            "Through this door a test page did not open that must always open. Pupils may be shut out of pages they need, help among them.",
            "Ask \"Why blocked?\" for the address that this probe asks for: it names the rule. Put the rule right in policy.yml.",
            NothingForLeads),
        [AlarmKind.FileRefused] = new(
            "A file of the filter was refused",
            "Pupils are filtered as before, with the last good files. What somebody changed since does not hold yet, also if it was meant to block something.",
            "Put right what is named here; a good file holds within a second. Until then do not start the gateway anew: with a policy that has a fault it does not start.",
            NothingForLeads),
        [AlarmKind.ListsWait] = new(
            "New lists wait for somebody to accept them",
            "Pupils are filtered as before, with the last lists. The new ones hold far fewer entries, which is far more often a broken download than a decision.",
            "Look at the download first. If it is right that they are so small, write the version that is named here into lists.accept.",
            NothingForLeads),
        [AlarmKind.LogLost] = new(
            "The filter could not write down all that it decided",
            "Pupils are filtered as before. \"Why did that not open?\" and the figures have a gap for this time.",
            "Look whether the disk of this gateway is full, and whether Lifeguard still takes what lies in the folder spool.",
            NothingForLeads),
    };

    public static AlarmWords Of(AlarmKind kind) => All[kind];

    public string First(bool keeps) => keeps ? ForKeepers : ForLeads;
}
