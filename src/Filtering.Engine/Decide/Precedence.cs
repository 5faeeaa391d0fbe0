namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>
/// What goes before what. The first that speaks decides.
/// <list type="number">
/// <item>An address that cannot be read in one way only: refused.</item>
/// <item>The sealed list: blocked, at every level, whatever else says.</item>
/// <item>Helplines: open at every level, at every time, and never written down.</item>
/// <item>Shut doors: methods, schemes, ports, bare numbers, tunnels without a name.</item>
/// <item>Locked categories: no exception opens them.</item>
/// <item>Exceptions, the narrower scope first (person, group, level, everybody); in one scope blocking goes before allowing.</item>
/// <item>The level's own lists; the longer entry first, of equal ones blocking goes before allowing.</item>
/// <item>Times at which the level is closed.</item>
/// <item>A walled garden: what is not in it.</item>
/// <item>Blocked categories, of names and of paths.</item>
/// <item>An address within the address, judged by all of the above that blocks.</item>
/// <item>A name made to look like a listed one.</item>
/// <item>Words that are searched for, also on opened sites; words in the address, unless it is opened.</item>
/// <item>Downloads by their type.</item>
/// <item>Addresses that no list knows, where the level holds them for review.</item>
/// <item>Safe search: allowed at another address.</item>
/// <item>Nothing against it: allowed.</item>
/// </list>
/// </summary>
internal static class Precedence;
