using System.Net;
using System.Runtime.CompilerServices;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Content;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>
/// Everything a decision needs, bound together and immutable: whoever decides takes one reference and keeps it to the end of the request.
/// A change makes a new one and swaps the reference.
/// </summary>
public sealed class Filter
{
    private readonly BoundLevel[] _levels;
    private readonly ListSet _sealed;
    private readonly ExceptionRule[] _exceptions;
    private readonly Askers _askers;
    private readonly short[] _categoryOfList;

    private Filter(FilterSnapshot snapshot, Policy policy, Overlay overlay, BoundLevel[] levels, ListSet @sealed, short[] categoryOfList)
    {
        Snapshot = snapshot;
        Policy = policy;
        Overlay = overlay;
        _levels = levels;
        _sealed = @sealed;
        _categoryOfList = categoryOfList;
        _exceptions = [.. policy.Exceptions, .. overlay.Exceptions];
        _askers = new Askers(policy, overlay, _exceptions);
    }

    public FilterSnapshot Snapshot { get; }
    public Policy Policy { get; }
    public Overlay Overlay { get; }

    internal IReadOnlyList<ExceptionRule> Exceptions => _exceptions;

    /// <summary>Binds lists, policy and overlay. A list that the policy names and the snapshot does not hold is a fault.</summary>
    public static Filter? Bind(FilterSnapshot snapshot, Policy policy, Overlay overlay, out IReadOnlyList<PolicyFault> faults)
    {
        List<PolicyFault> wrong = [];
        faults = wrong;
        var numbers = snapshot.Lists.Select((list, index) => (list.Name, index)).ToDictionary(one => one.Name, one => one.index, StringComparer.OrdinalIgnoreCase);
        var categoryOfList = new short[snapshot.Lists.Count];
        Array.Fill(categoryOfList, (short)-1);
        var sets = new Dictionary<Category, ListSet>();
        for (var at = 0; at < policy.Categories.Count; at++)
        {
            var category = policy.Categories[at];
            var set = default(ListSet);
            foreach (var name in category.Lists)
            {
                if (!numbers.TryGetValue(name, out var number))
                {
                    wrong.Add(new PolicyFault(policy.File, category.Line, $"the category \"{category.Name}\" names the list \"{name}\", which the compiled lists do not hold"));
                    continue;
                }

                if (snapshot.Lists[number].Entries == 0) wrong.Add(new PolicyFault(policy.File, category.Line, $"the category \"{category.Name}\" names the list \"{name}\", which has not one entry"));

                set |= ListSet.Of(number);
                if (categoryOfList[number] < 0) categoryOfList[number] = (short)at;
            }

            sets[category] = set;
        }

        var @sealed = default(ListSet);
        foreach (var name in policy.Sealed)
        {
            if (!numbers.TryGetValue(name, out var number)) wrong.Add(new PolicyFault(policy.File, 1, $"the sealed list \"{name}\" is not among the compiled lists"));
            else if (snapshot.Lists[number].Entries == 0) wrong.Add(new PolicyFault(policy.File, 1, $"the sealed list \"{name}\" has not one entry"));
            else @sealed |= ListSet.Of(number);
        }

        if (wrong.Count > 0) return null;
        var levels = policy.Levels.Select(level => BoundLevel.Of(level, policy, category => sets[category])).ToArray();
        return new Filter(snapshot, policy, overlay, levels, @sealed, categoryOfList);
    }

    /// <summary>Who asks, by account, else by address range, else the lowest level. Kept by the filter: nothing is made twice.</summary>
    /// <param name="account">From proxy sign-in or a lease; null where unknown.</param>
    /// <param name="now">What holds for a person until a day, holds no longer afterwards (<see cref="Asker.Until"/>).</param>
    public Asker AskerFor(string? account, IPAddress address, DateTimeOffset now) => _askers.For(account, address, now);

    /// <summary>An asker of a level of whom nothing else is known, for whoever tries out a policy.</summary>
    public Asker AskerAt(Level level) => _askers.At(level);

    /// <summary>What is said of an address that could not be read.</summary>
    public static Verdict Unreadable { get; } = new(FilterAction.Refuse, Reason.Unreadable);

    /// <summary>Decides a request. Allocates nothing, waits for nothing, cannot fail.</summary>
    /// <remarks>The order is that of <see cref="Precedence"/>; the numbers are its.</remarks>
    [SkipLocalsInit]
    public Verdict Decide(in WebRequest request, Asker asker, in Moment now)
    {
        var level = _levels[asker.Level.Index];
        ref readonly var phase = ref level.Phases[level.PhaseAt[now.MinuteOfWeek]];
        Span<ulong> hashes = stackalloc ulong[NameHash.MostLabels];
        Span<byte> starts = stackalloc byte[NameHash.MostLabels];
        var count = NameHash.OfSuffixes(request.Address.Host, hashes, starts);
        hashes = hashes[..count];
        var listed = Snapshot.Find(hashes, request.Address.Line);
        var own = Look(request.Address, level, asker, hashes, starts, now.Instant);

        if (listed.Meets(_sealed)) return new Verdict(FilterAction.Block, Reason.SealedList);                                            // 2
        if (own.IsHelpline) return new Verdict(FilterAction.Allow, Reason.Helpline) { IsLogged = false };                                // 3
        if (ShutDoor(request, level) is { } door and not Reason.NothingAgainst) return new Verdict(FilterAction.Block, door);            // 4
        if (listed.Meets(level.Locked)) return Listed(Reason.LockedCategory, request.Address, hashes, starts, level.Locked);             // 5
        var opened = Reason.NothingAgainst;
        short openedBy = -1;
        if (own.Exception >= 0)                                                                                                          // 6
        {
            if (!own.ExceptionOpens) return new Verdict(FilterAction.Block, Reason.BlockedByException, own.Exception);
            (opened, openedBy) = (Reason.AllowedByException, own.Exception);
        }
        else
        {
            if (own.List >= 0 && !own.ListOpens) return new Verdict(FilterAction.Block, Reason.OwnBlocked, own.List);                    // 7
            if (phase.ClosedBy is not null) return new Verdict(FilterAction.Block, Reason.ClosedNow);                                    // 8
            if (own.List >= 0) (opened, openedBy) = (Reason.OwnAllowed, own.List);
            else if (level.Garden != 0) return new Verdict(FilterAction.Block, Reason.NotInWalledGarden);                                // 9
            else if (listed.Meets(phase.Blocked)) return Listed(Reason.Category, request.Address, hashes, starts, phase.Blocked);        // 10
        }

        return Beyond(request, asker, now, level, phase, own, opened, openedBy, listed.IsEmpty);
    }

    /// <summary>What an address that nothing blocks by its name has to pass yet.</summary>
    private Verdict Beyond(in WebRequest request, Asker asker, in Moment now, BoundLevel level, BoundLevel.Phase phase, in OwnMatch own, Reason opened, short openedBy, bool isUnknown)
    {
        var isOpened = opened is not Reason.NothingAgainst;
        if (!isOpened)
        {
            if (Embedded.MayHold(request.Address, own.Front) && WithinIsBlocked(request.Address, own.Front, level, phase, asker, now) is { } within) return within; // 11
            if (request.Address.HasPunycode && LooksBlocked(request.Address, level, phase) is { } like) return like;                                         // 12
        }

        short noted = -1;
        if ((level.SearchWords | level.AddressWords) != 0 && Words(request.Address, level, own.Search, isOpened, ref noted) is { } words) return words;      // 13
        if (!isOpened && level.Downloads.Count > 0 && Download(request.Address.Path, level)) return new Verdict(FilterAction.Block, Reason.Download);          // 14
        if (isUnknown && !isOpened && level.Level.HoldsUnknown && own.Search < 0) return new Verdict(FilterAction.Block, Reason.HeldForReview) { NotedWords = noted }; // 15
        if (own.Search >= 0 && level.Level.SafeSearch && NeedsSafeSearch(request, BuiltIn.Searches[own.Search]))                                              // 16
            return new Verdict(FilterAction.Rewrite, Reason.SafeSearch, own.Search) { NotedWords = noted };
        return new Verdict(FilterAction.Allow, opened, openedBy) { NotedWords = noted, ReadsPage = level.ReadsPages && !isOpened };                          // 17
    }

    /// <summary>What the tables of our own say of an address.</summary>
    private ref struct OwnMatch
    {
        public bool IsHelpline;
        public short Exception;
        public bool ExceptionOpens;
        public byte ExceptionReach;
        public short List;
        public bool ListOpens;
        public int ListLength;
        public short Search;
        public short Front;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private OwnMatch Look(in WebAddress address, BoundLevel level, Asker asker, ReadOnlySpan<ulong> hashes, ReadOnlySpan<byte> starts, DateTimeOffset now)
    {
        var own = new OwnMatch { Exception = -1, List = -1, Search = -1, Front = -1 };
        for (var at = 0; at < hashes.Length; at++)
        {
            var node = Policy.Rules.Find(hashes[at]);
            if (node >= 0) Gather(Policy.Rules, node, address, address.Host[starts[at]..], level, asker, now, ref own);
        }

        if (Overlay.Rules.IsEmpty) return own;
        for (var at = 0; at < hashes.Length; at++)
        {
            var node = Overlay.Rules.Find(hashes[at]);
            if (node >= 0) Gather(Overlay.Rules, node, address, address.Host[starts[at]..], level, asker, now, ref own);
        }

        return own;
    }

    private void Gather(RuleTable table, int at, in WebAddress address, ReadOnlySpan<byte> name, BoundLevel level, Asker asker, DateTimeOffset now, ref OwnMatch own)
    {
        for (; at >= 0; at = table[at].Next)
        {
            ref readonly var node = ref table[at];
            if (!RuleTable.IsAt(node, name, address.Line)) continue;
            switch (node.Kind)
            {
                case RuleTable.Kind.Helpline:
                    own.IsHelpline = true;
                    break;
                case RuleTable.Kind.Search:
                    own.Search = node.Index;
                    break;
                case RuleTable.Kind.Front:
                    own.Front = node.Index;
                    break;
                case RuleTable.Kind.Own:
                    var bit = 1UL << node.Index;
                    var blocks = (level.OwnBlocked & bit) != 0;
                    if (!blocks && (level.OwnOpened & bit) == 0) break;
                    var length = node.Host.Length + node.Path.Length;
                    if (own.List >= 0 && (length < own.ListLength || length == own.ListLength && !own.ListOpens)) break;
                    (own.List, own.ListOpens, own.ListLength) = (node.Index, !blocks, length);
                    break;
                case RuleTable.Kind.Exception:
                    var rule = _exceptions[node.Index];
                    var reach = asker.ReachOf(node.Index);
                    if (reach == 0 || !rule.Holds(now) || reach < own.ExceptionReach || reach == own.ExceptionReach && own.Exception >= 0 && !own.ExceptionOpens) break;
                    (own.Exception, own.ExceptionOpens, own.ExceptionReach) = (node.Index, rule.Opens, reach);
                    break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Reason ShutDoor(in WebRequest request, BoundLevel level)
    {
        if (request.Method >= WebMethod.Trace) return Reason.Method;
        if (request.Address.Scheme is WebScheme.Other) return Reason.Scheme;

        // Names looked up over HTTPS (RFC 8484) go past every rule about names, whatever the host.
        if (level.Level.IsForPupils && request.Address.Path.EndsWith("/dns-query"u8)) return Reason.Scheme;
        if (request.Address.IsNumber && !level.Level.OpensNumbers) return Reason.RawNumber;
        var port = request.Address.Port;
        if (request.Address.Scheme is WebScheme.Tunnel) return port == 443 ? Reason.NothingAgainst : Reason.Port;
        return level.Ports.AsSpan().Contains(port) ? Reason.NothingAgainst : Reason.Port;
    }

    private Verdict Listed(Reason reason, in WebAddress address, ReadOnlySpan<ulong> hashes, ReadOnlySpan<byte> starts, ListSet wanted)
    {
        var (suffix, path, list) = Snapshot.Name(hashes, address.Line, wanted);
        return suffix < 0 ? new Verdict(FilterAction.Block, reason) : new Verdict(FilterAction.Block, reason, -1, _categoryOfList[list], (short)list, starts[suffix], (short)path);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Verdict? WithinIsBlocked(in WebAddress address, int front, BoundLevel level, BoundLevel.Phase phase, Asker asker, in Moment now)
    {
        Span<byte> scratch = stackalloc byte[Embedded.ScratchLength];
        Span<ulong> hashes = stackalloc ulong[NameHash.MostLabels];
        Span<byte> starts = stackalloc byte[NameHash.MostLabels];
        var embedded = new Embedded(address, scratch);
        while (embedded.Next(front))
        {
            var found = embedded.Found;
            var count = NameHash.OfSuffixes(found.Host, hashes, starts);
            var listed = Snapshot.Find(hashes[..count], found.Line);
            if (listed.Meets(_sealed)) return new Verdict(FilterAction.Block, Reason.SealedList);
            var own = Look(found, level, asker, hashes[..count], starts, now.Instant);
            if (own.IsHelpline || own.Exception >= 0 && own.ExceptionOpens && !listed.Meets(level.Locked)) continue;
            if (own.Exception >= 0 && !own.ExceptionOpens) return new Verdict(FilterAction.Block, Reason.EmbeddedAddress, own.Exception);
            var blocked = phase.Blocked | level.Locked;
            if (own.List >= 0 && own.ListOpens && !listed.Meets(level.Locked)) continue;
            if (own.List >= 0 && !own.ListOpens) return new Verdict(FilterAction.Block, Reason.EmbeddedAddress);
            if (listed.Meets(blocked)) return Listed(Reason.EmbeddedAddress, found, hashes[..count], starts, blocked);
        }

        return null;
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Verdict? LooksBlocked(in WebAddress address, BoundLevel level, BoundLevel.Phase phase)
    {
        Span<byte> skeleton = stackalloc byte[WebAddress.HostSpace];
        var length = Punycode.Skeleton(address.Host, skeleton);
        if (length == 0) return null;
        Span<ulong> hashes = stackalloc ulong[NameHash.MostLabels];
        Span<byte> starts = stackalloc byte[NameHash.MostLabels];
        var count = NameHash.OfSuffixes(skeleton[..length], hashes, starts);
        var blocked = phase.Blocked | level.Locked | _sealed;
        var listed = Snapshot.Find(hashes[..count], default);
        if (!listed.Meets(blocked)) return null;
        var (_, _, list) = Snapshot.Name(hashes[..count], default, blocked);
        return new Verdict(FilterAction.Block, Reason.LooksLikeListed, -1, list < 0 ? (short)-1 : _categoryOfList[list], (short)list);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Verdict? Words(in WebAddress address, BoundLevel level, int search, bool isOpened, ref short noted)
    {
        var found = 0UL;
        var first = -1;
        if (level.SearchWords != 0 && address.Query.Length > 2)
        {
            var query = address.Query;
            while (!query.IsEmpty)
            {
                var end = query.IndexOfAny((byte)'&', (byte)';');
                var part = end < 0 ? query : query[..end];
                query = end < 0 ? default : query[(end + 1)..];
                var equals = part.IndexOf((byte)'=');
                if (equals < 1 || !HoldsSearch(part[..equals], search)) continue;
                found |= Policy.Matcher.Find(part[(equals + 1)..], level.SearchWords, out var phrase);
                if (phrase >= 0 && first < 0) first = phrase;
            }
        }

        if (level.AddressWords != 0 && !isOpened)
        {
            found |= Policy.Matcher.Find(address.Host, level.AddressWords, out var phrase);
            if (phrase >= 0 && first < 0) first = phrase;
            found |= Policy.Matcher.Find(address.Path, level.AddressWords, out phrase);
            if (phrase >= 0 && first < 0) first = phrase;
        }

        if (found == 0) return null;
        if (first >= 0) noted = (short)Policy.Matcher.Phrases[first].List;
        var blocking = found & level.BlockingWords;
        if (blocking == 0) return null;
        return new Verdict(FilterAction.Block, Reason.Words, (short)System.Numerics.BitOperations.TrailingZeroCount(blocking)) { NotedWords = noted };
    }

    /// <summary>At a site we know, its own parts; elsewhere the usual ones.</summary>
    private static bool HoldsSearch(ReadOnlySpan<byte> key, int search)
    {
        if (search < 0) return key.SequenceEqual("q"u8) || key.SequenceEqual("query"u8) || key.SequenceEqual("search"u8) || key.SequenceEqual("search_query"u8) || key.SequenceEqual("keyword"u8) || key.SequenceEqual("keywords"u8) || key.SequenceEqual("term"u8) || key.SequenceEqual("text"u8) || key.SequenceEqual("wd"u8);
        foreach (var one in BuiltIn.Searches[search].Keys)
        {
            if (key.SequenceEqual(one)) return true;
        }

        return false;
    }

    private static bool Download(ReadOnlySpan<byte> path, BoundLevel level)
    {
        var dot = path.LastIndexOf((byte)'.');
        if (dot < 0 || path.Length - dot > 12 || path[(dot + 1)..].Contains((byte)'/')) return false;
        Span<char> ending = stackalloc char[12];
        var length = System.Text.Encoding.ASCII.GetChars(path[(dot + 1)..], ending);
        return level.Downloads.GetAlternateLookup<ReadOnlySpan<char>>().Contains(ending[..length]);
    }

    private static bool NeedsSafeSearch(in WebRequest request, BuiltIn.SearchSite site)
    {
        if (site.SafeKey.Length == 0 || request.Method is not (WebMethod.Get or WebMethod.Head)) return false;
        var query = request.Address.Query;
        var isSearch = false;
        var isSafe = false;
        while (!query.IsEmpty)
        {
            var end = query.IndexOf((byte)'&');
            var part = end < 0 ? query : query[..end];
            query = end < 0 ? default : query[(end + 1)..];
            var equals = part.IndexOf((byte)'=');
            if (equals < 0) continue;
            foreach (var key in site.Keys) isSearch |= part[..equals].SequenceEqual(key);
            if (!part[..equals].SequenceEqual(site.SafeKey)) continue;

            // Said twice, once this way and once that, it is not said.
            if (!part[(equals + 1)..].SequenceEqual(site.SafeValue)) return true;
            isSafe = true;
        }

        return isSearch && !isSafe;
    }

    /// <summary>Decides what came back, from its head: downloads by type, rating labels, whether its words are to be read.</summary>
    /// <param name="before">What was decided of the request.</param>
    public Verdict DecideAnswer(in WebRequest request, in Verdict before, in AnswerHead head, Asker asker, in Moment now)
    {
        if (!before.IsAllowed || before.Reason is Reason.Helpline) return before;
        var level = _levels[asker.Level.Index];
        var isOpened = before.Reason is Reason.AllowedByException or Reason.OwnAllowed;
        if (head.Rating.IndexOf("RTA-5042-1996-1400-1577-RTA"u8) >= 0 && level.Level.IsForPupils) return before with { Action = FilterAction.Block, Reason = Reason.RatingLabel };
        if (!isOpened && level.Downloads.Count > 0 && (AnswerNames.IsBlocked(head, level.Downloads) || Download(request.Address.Path, level))) return before with { Action = FilterAction.Block, Reason = Reason.Download };
        return before with { ReadsPage = level.ReadsPages && !isOpened && AnswerNames.IsText(head.ContentType) };
    }

    /// <summary>Reads a page's words as they pass; null where this asker's level has no limit for them.</summary>
    public PageReader? ReaderFor(Asker asker) =>
        _levels[asker.Level.Index] is { ReadsPages: true, Level.PageLimit: { } limit } ? new PageReader(Policy.Phrases, limit) : null;

    /// <summary>The address with its safe search on, into the given space. For a verdict of <see cref="FilterAction.Rewrite"/> alone.</summary>
    /// <returns>How many bytes were written; 0 when the space is too small, and the request must be blocked.</returns>
    public int Rewrite(in WebRequest request, in Verdict verdict, Asker asker, Span<byte> into)
    {
        if (verdict.Action is not FilterAction.Rewrite || verdict.Rule < 0) return 0;
        var site = BuiltIn.Searches[verdict.Rule];
        return SafeAddress.Write(request.Address.Raw, site.SafeKey, site.SafeValue, into);
    }

    /// <summary>A header to add to the request, as <c>YouTube-Restrict: Strict</c>; empty for none.</summary>
    [SkipLocalsInit]
    public ReadOnlySpan<byte> HeaderFor(in WebRequest request, Asker asker)
    {
        var level = _levels[asker.Level.Index];
        if (level.Level.Video is VideoStrength.Off) return default;
        Span<ulong> hashes = stackalloc ulong[NameHash.MostLabels];
        Span<byte> starts = stackalloc byte[NameHash.MostLabels];
        var count = NameHash.OfSuffixes(request.Address.Host, hashes, starts);
        var own = Look(request.Address, level, asker, hashes[..count], starts, default);
        if (own.Search < 0 || !BuiltIn.Searches[own.Search].IsVideo) return default;
        return level.Level.Video is VideoStrength.Strict ? "YouTube-Restrict: Strict"u8 : "YouTube-Restrict: Moderate"u8;
    }

    /// <summary>A verdict in words: which list, entry and rule, whose decision, since when.</summary>
    public Explanation Explain(in WebRequest request, in Verdict verdict, Asker asker) => Explaining.Of(this, request.Address, verdict, asker);
}

/// <summary>The parts of an answer's head that rules look at; empty where the head has none.</summary>
public readonly ref struct AnswerHead
{
    public int Status { get; init; }
    public ReadOnlySpan<byte> ContentType { get; init; }
    public ReadOnlySpan<byte> ContentDisposition { get; init; }
    public ReadOnlySpan<byte> Rating { get; init; }
    public ReadOnlySpan<byte> ContentEncoding { get; init; }
}
