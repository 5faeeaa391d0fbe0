using Lifeguard.Kernel;

namespace Lifeguard.Custody.Model;

internal static class Refusals
{
    public static Refusal FormAgain { get; } = new("custody-form-again", "Open the page again and send it from there. Nothing was recorded.");

    public static Refusal ItemEnded { get; } = new("item-ended", "This item has left the school's hands already. Its page shows when and to whom.");

    public static Refusal Isolated { get; } = new("item-isolated", "The device is isolated already. Its page shows by whom and when.");

    public static Refusal SafetyNotAsked { get; } = new("safety-not-asked", "Ask the safeguarding lead first, by telephone if need be: is it safe to stop its use, and does leaving it expose a child? Write down who answered, and what.");

    public static Refusal NotSafeToStop { get; } = new("not-safe-to-stop", "The safeguarding lead did not answer that stopping its use is safe. Leave it as it is, do not use it yourself, and tell the lead that the police are asked for advice: 101, or 999 in danger. Isolate it when the answer is yes.");

    public static Refusal OffenceStands { get; } = new("offence-stands", "An offence was thought possible here. That cannot be taken back in school: record what the police say, and the item can be released if they say so.");

    public static Refusal OffenceNotSettled { get; } = new("offence-not-settled", "It cannot be released yet: nobody has said whether a possible offence is in question. Ask the safeguarding lead or the head to answer that on the item's page.");

    public static Refusal AdviceMissing { get; } = new("advice-missing", "It cannot be released yet: a possible offence is in question, and no advice of the police is recorded. The safeguarding lead or the head rings the police and records what they say on the item's page. Handing it to the police is possible at any time.");

    public static Refusal PoliceKeepIt { get; } = new("police-keep-it", "The police said that it must not be released. Keep it isolated, or hand it to them. If they have changed their advice, the safeguarding lead or the head records it first.");

    public static Refusal PoliceReferenceMissing { get; } = new("police-reference-missing", "Write down the police reference, or the number of the receipt that the officer gave.");

    public static Refusal PoliceSaidMissing { get; } = new("police-said-missing", "Taking a device of an adult warns its owner. The police decide how and when: write down who of them said so, and their reference.");

    public static Refusal NobodyOfThatName { get; } = new("nobody-of-that-name", "No adult of this school, and no pupil, has this name in the roster, so there is nobody to keep away. Look at how it is written.");

    public static Refusal NoSuchCode { get; } = new("no-such-code", "Nothing that you may open here has this code, or it belongs to a record already. Look at the eight characters on its page.");

    public static Refusal OrderDone { get; } = new("order-done", "This was done already. Its page shows by whom and when.");

    public static Refusal OrderNeedsItem { get; } = new("order-needs-item", "Take the device into custody from this page: that settles the order.");

    public static Refusal NoTechnician { get; } = new("no-technician", "Nobody can be asked: nobody holds the technician's role here, or this is kept from those who do. Ask the technical lead of the trust or the local authority through the head's office, and take the device into custody yourself.");

    public static Refusal GivenBackAlready { get; } = new("given-back", "It was given back or went into custody already. Its page shows when and to whom.");

    public static Refusal SearchUndecided { get; } = new("search-undecided", "The device was searched, and two people have not decided yet what becomes of what was found. It is given back after that.");

    public static Refusal SearcherEnded { get; } = new("searcher-ended", "This nomination has ended already.");

    public static Refusal SearcherThere { get; } = new("searcher-there", "They are on the list already for these days.");

    public static Refusal MayNotSearch { get; } = new("may-not-search", "Only the head, or somebody on the head's list on that day, may search. Do not look at the device. Keep it as it is, in your sight, and tell the head or the safeguarding lead now.");

    public static Refusal SearchDecided { get; } = new("search-decided", "Two people have decided this already. The page shows what and when.");

    public static Refusal SearcherDecides { get; } = new("searcher-decides", "Whoever searched decides first, together with you. Then you confirm it here under your own name.");

    public static Refusal NoDecision { get; } = new("no-decision", "Choose what becomes of what was found.");

    public static Refusal DeleteOrKeep { get; } = new("delete-or-keep", "What is kept, or goes to the police, is not deleted. Choose one of the two.");

    public static Refusal NothingIsDeleted { get; } = new("nothing-is-deleted", "Nothing is deleted here: an offence is possible, or a sexual image of a child may be part of it. Leave the device as it is, switched off, and tell the police.");

    public static Refusal PoliceAreTold { get; } = new("police-are-told", "An offence is possible, or a sexual image of a child may be part of it: the police are told, whatever else you decide.");

    public static Refusal NotDecidedYet { get; } = new("not-decided-yet", "There is nothing to confirm yet: whoever searched decides first.");

    public static Refusal SecondIsAnother { get; } = new("second-is-another", "The second person is somebody else: the safeguarding lead, a deputy or the head, who did not search.");

    public static Refusal DecideAgain { get; } = new("decide-again", "An offence is possible, and the decision does not say so: do not agree to it. Say that you do not agree, and whoever searched decides again.");
}
