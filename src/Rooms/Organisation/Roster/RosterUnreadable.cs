namespace Lifeguard.Organisation.Roster;

/// <summary>
/// The export as a whole cannot be taken. An exception, because a stream in the middle of a file can only say no by throwing;
/// it is caught in one place and becomes the report's refusal.
/// </summary>
internal sealed class RosterUnreadable(string sentence) : Exception(sentence);
