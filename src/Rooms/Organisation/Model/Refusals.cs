using Lifeguard.Kernel;

namespace Lifeguard.Organisation.Model;

internal static class Refusals
{
    public static Refusal AlreadyEnded { get; } = new("appointment-ended", "This role has an end date already.");

    public static Refusal EndsEarlierAlready { get; } = new("ends-earlier-already", "This role ends before that day already. To prolong it, give it again from the day after.");

    public static Refusal EndsBeforeItBegins { get; } = new("ends-before-it-begins", "A role cannot end before the day it began.");

    public static Refusal PersonHasLeft { get; } = new("person-has-left", "This person has left. Bring them back before giving them a role.");

    public static Refusal PupilHoldsNoRole { get; } = new("pupil-holds-no-role", "A pupil cannot hold a role in the organisation.");

    public static Refusal ParentNeedsStaffRecord { get; } = new("parent-needs-staff-record",
        "This is the person's record as a parent. Give the role to their record as a member of staff.");

    public static Refusal RoleOfAnotherLevel { get; } = new("role-of-another-level", "This kind of organisation does not have that role.");

    public static Refusal HoldsItAlready { get; } = new("holds-it-already", "This person holds that role already.");

    public static Refusal OwnRole { get; } = new("own-role", "Nobody gives a role to themselves. Ask another administrator, or the person who looks after the server.");

    public static Refusal CoversNobody { get; } = new("covers-nobody", "The person in whose place this is does not hold that role.");

    public static Refusal ProposedAlready { get; } = new("proposed-already", "This role has been proposed for this person already. It waits for a second person.");

    public static Refusal ProposalSettled { get; } = new("proposal-settled", "This has been answered or taken back meanwhile.");

    public static Refusal OwnProposal { get; } = new("own-proposal", "Somebody else must say yes to this: not the person who proposed it, and not the person it is for.");

    public static Refusal LastAdministrator { get; } = new("last-administrator", "Nobody else is administrator here. Give the role to somebody else first.");

    public static Refusal MayNotSupervise { get; } = new("may-not-supervise", "Choose somebody else who holds a senior role here today.");

    public static Refusal SamePerson { get; } = new("same-person", "These two records are the same person.");

    public static Refusal RelatedAlready { get; } = new("related-already", "This relation is recorded already.");

    public static Refusal LinkedAlready { get; } = new("linked-already", "These two records are linked already.");

    public static Refusal ImportMoved { get; } = new("import-moved", "This import has gone on since you opened the page. Look at it again below.");

    public static Refusal UndoneAlready { get; } = new("undone-already", "This has been undone already.");

    public static Refusal OwnRecord { get; } = new("own-record", "One of these is your own record. Somebody else must do this.");

    public static Refusal PupilIsNoAdult { get; } = new("pupil-is-no-adult", "A pupil and an adult are not one person.");

    public static Refusal RoleOpensMore { get; } = new("role-opens-more",
        "One of these people holds a role that opens records or gives rights, and the other could sign in to it, or nobody has yet. Joined, both would have it, so this cannot be done here.");
}
