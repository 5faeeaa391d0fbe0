using Lifeguard.Kernel;

namespace Lifeguard.Organisation.Model;

internal static class Refusals
{
    public static Refusal AlreadyEnded { get; } = new("appointment-ended", "This role has an end date already.");

    public static Refusal EndsBeforeItBegins { get; } = new("ends-before-it-begins", "A role cannot end before the day it began.");

    public static Refusal PersonHasLeft { get; } = new("person-has-left", "This person has left. Bring them back before giving them a role.");

    public static Refusal PupilHoldsNoRole { get; } = new("pupil-holds-no-role", "A pupil cannot hold a role in the organisation.");

    public static Refusal ParentNeedsStaffRecord { get; } = new("parent-needs-staff-record",
        "This is the person's record as a parent. Give the role to their record as a member of staff.");

    public static Refusal RoleOfAnotherLevel { get; } = new("role-of-another-level", "This kind of organisation does not have that role.");

    public static Refusal HoldsItAlready { get; } = new("holds-it-already", "This person holds that role already.");

    public static Refusal SamePerson { get; } = new("same-person", "These two records are the same person.");

    public static Refusal RelatedAlready { get; } = new("related-already", "This relation is recorded already.");

    public static Refusal LinkedAlready { get; } = new("linked-already", "These two records are linked already.");

    public static Refusal ImportMoved { get; } = new("import-moved", "This import has gone on since you opened the page. Look at it again below.");

    public static Refusal UndoneAlready { get; } = new("undone-already", "This has been undone already.");

    public static Refusal OwnRecord { get; } = new("own-record", "One of these is your own record. Somebody else must do this.");

    public static Refusal PupilIsNoAdult { get; } = new("pupil-is-no-adult", "A pupil and an adult are not one person.");

    public static Refusal RoleOpensMore { get; } = new("role-opens-more",
        "One of these people holds a role that opens records or gives rights. Joined, the other record would have it too, so this cannot be done here.");
}
