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

    internal ExceptionRule[] Exceptions => _exceptions;
    internal ref readonly ListSet Sealed => ref _sealed;

    /// <summary>-1 where no category of the policy has the list.</summary>
    internal short CategoryOf(int list) => list < 0 ? (short)-1 : _categoryOfList[list];

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
        var own = OwnMatch.Of(this, request.Address, level, asker, hashes, starts, now.Instant);

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
            if (Embedded.MayHold(request.Address, own.Front) && OtherAddress.Within(this, request.Address, own.Front, level, phase, asker, now) is { } within) return within; // 11
            if (request.Address.HasPunycode && OtherAddress.Like(this, request.Address, level, phase) is { } like) return like;                                         // 12
        }

        short noted = -1;
        if ((level.SearchWords | level.AddressWords) != 0 && AskedWords.Find(Policy.Matcher, request.Address, level, own.Search, isOpened, ref noted) is { } words) return words;      // 13
        if (!isOpened && level.Downloads.Count > 0 && AnswerNames.IsBlocked(request.Address.Path, level.Downloads)) return new Verdict(FilterAction.Block, Reason.Download);          // 14
        if (isUnknown && !isOpened && level.Level.HoldsUnknown && own.Search < 0) return new Verdict(FilterAction.Block, Reason.HeldForReview) { NotedWords = noted }; // 15
        if (own.Search >= 0 && level.Level.SafeSearch && SafeAddress.IsNeeded(request, BuiltIn.Searches[own.Search]))                                              // 16
            return new Verdict(FilterAction.Rewrite, Reason.SafeSearch, own.Search) { NotedWords = noted };
        return new Verdict(FilterAction.Allow, opened, openedBy) { NotedWords = noted, ReadsPage = level.ReadsPages && !isOpened };                          // 17
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

    /// <summary>The verdict on an address that stands in one of the wanted lists, with the entry.</summary>
    internal Verdict Listed(Reason reason, in WebAddress address, ReadOnlySpan<ulong> hashes, ReadOnlySpan<byte> starts, ListSet wanted)
    {
        var (suffix, path, list) = Snapshot.Name(hashes, address.Line, wanted);
        return suffix < 0 ? new Verdict(FilterAction.Block, reason) : new Verdict(FilterAction.Block, reason, -1, _categoryOfList[list], (short)list, starts[suffix], (short)path);
    }

    /// <summary>Decides what came back, from its head: downloads by type, rating labels, whether its words are to be read.</summary>
    /// <param name="before">What was decided of the request.</param>
    public Verdict DecideAnswer(in WebRequest request, in Verdict before, in AnswerHead head, Asker asker, in Moment now) =>
        AnswerRules.Decide(_levels[asker.Level.Index], request, before, head);

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
        var own = OwnMatch.Of(this, request.Address, level, asker, hashes[..count], starts, default);
        if (own.Search < 0 || !BuiltIn.Searches[own.Search].IsVideo) return default;
        return level.Level.Video is VideoStrength.Strict ? "YouTube-Restrict: Strict"u8 : "YouTube-Restrict: Moderate"u8;
    }

    /// <summary>A verdict in words: which list, entry and rule, whose decision, since when.</summary>
    public Explanation Explain(in WebRequest request, in Verdict verdict, Asker asker) => Explaining.Of(this, request.Address, verdict, asker);
}
