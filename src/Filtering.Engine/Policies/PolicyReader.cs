using System.Globalization;
using System.Net;
using Lifeguard.Filtering.Engine.Content;
using Lifeguard.Filtering.Engine.Decide;

namespace Lifeguard.Filtering.Engine.Policies;

/// <summary>Reads a policy from top to bottom, in the order in which later parts name earlier ones, and goes on after a fault to find the next.</summary>
internal sealed class PolicyReader(string file, string text, Func<string, string?> beside)
{
    // As many as an unsigned long has bits.
    private const int MostLists = 64;
    private const int MostTimes = 20;

    private readonly Yaml.Faults _faults = new(file);
    private readonly List<Category> _categories = [];
    private readonly List<OwnList> _own = [];
    private readonly List<WordList> _words = [];
    private readonly List<TimeWindow> _times = [];
    private readonly List<Level> _levels = [];
    private readonly List<(string Name, Level Level)> _groups = [];
    private readonly List<string> _versions = [text];

    public Policy? Read(out IReadOnlyList<PolicyFault> faults)
    {
        faults = _faults.All;
        if (Yaml.Document(text, _faults) is not { } yaml) return null;
        if (yaml.Text("policy", isNeeded: true) is { } format && format != "1") yaml.Wrong("policy", $"this program reads policies of format 1, not \"{format}\"");
        var school = yaml.Text("school", isNeeded: true);
        var zone = Zone(yaml);

        foreach (var (name, map) in yaml.Named("categories")) Category(name, map);
        foreach (var (name, map) in yaml.Named("own lists")) Own(name, map);
        foreach (var (name, map) in yaml.Named("words")) Words(name, map);
        foreach (var (name, map) in yaml.Named("times")) Time(name, map);
        var phrases = Phrases(yaml);
        foreach (var (name, map) in yaml.Named("levels")) LevelOf(name, map);
        if (_levels.Count == 0) _faults.Add(yaml.LineOf("levels"), "at least one level is needed");

        var lowest = Lowest(yaml);
        foreach (var (name, level, line) in yaml.Pairs("groups"))
        {
            if (Find(level, line) is { } found) _groups.Add((name, found));
        }

        var ranges = Ranges(yaml);
        var @sealed = yaml.Texts("sealed lists").Select(one => one.Text).ToList();
        var helplines = Entries(yaml.Texts("helplines"));
        var exceptions = ExceptionReader.Read(yaml, file, zone, _levels.ConvertAll(level => level.Name), _groups.ConvertAll(group => group.Name));
        yaml.End();
        if (_faults.All.Count > 0) return null;

        return new Policy
        {
            File = file,
            School = school!,
            Zone = zone,
            Levels = _levels,
            Lowest = lowest!,
            Version = Policy.VersionOf(string.Join('\0', _versions)),
            Categories = _categories,
            Sealed = @sealed,
            OwnLists = _own,
            Words = _words,
            Helplines = helplines,
            Exceptions = exceptions,
            Groups = _groups,
            Ranges = ranges,
            Phrases = phrases,
            Rules = RuleTable.Of(_own, helplines, exceptions, 0, withSites: true),
            Matcher = WordMatcher.Of(_words),
        };
    }

    private TimeZoneInfo Zone(Yaml yaml)
    {
        var name = yaml.Text("time zone") ?? "Europe/London";
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)) return zone;
        yaml.Wrong("time zone", $"there is no time zone \"{name}\"; for the United Kingdom it is Europe/London");
        return TimeZoneInfo.Utc;
    }

    private void Category(string name, Yaml map)
    {
        var lists = map.Texts("lists").Select(one => one.Text).ToList();
        if (lists.Count == 0) _faults.Add(map.Line, $"\"{name}\" needs \"lists\": which lists stand for it");
        _categories.Add(new Category(name, map.Text("title", isNeeded: true) ?? name, lists, map.Flag("locked"), map.Line));
        map.End();
    }

    private void Own(string name, Yaml map)
    {
        if (_own.Count == MostLists) _faults.Add(map.Line, $"a policy has at most {MostLists} own lists");
        var decision = ExceptionReader.DecisionOf(map);
        _own.Add(new OwnList(name, map.Text("title") ?? name, Entries(map.Texts("addresses")), decision, map.Line));
        map.End();
    }

    private List<OwnEntry> Entries(IReadOnlyList<(string Text, int Line)> texts)
    {
        List<OwnEntry> entries = [];
        foreach (var (address, line) in texts)
        {
            if (OwnEntryReader.Read(address, line, out var because) is { } entry) entries.Add(entry);
            else _faults.Add(line, because!);
        }

        return entries;
    }

    private void Words(string name, Yaml map)
    {
        if (_words.Count == MostLists) _faults.Add(map.Line, $"a policy has at most {MostLists} lists of words");
        var where = map.Texts("in");
        foreach (var (place, line) in where)
        {
            if (place is not ("searches" or "addresses")) _faults.Add(line, $"words are looked for in searches and in addresses, not in \"{place}\"");
        }

        var phrases = map.Texts("words");
        if (phrases.Count == 0) _faults.Add(map.Line, $"\"{name}\" needs \"words\"");
        foreach (var (phrase, line) in phrases)
        {
            if (!WordMatcher.IsUsable(phrase)) _faults.Add(line, $"\"{phrase}\" is too short, too long or without a letter");
        }

        _words.Add(new WordList(
            name, map.Text("title") ?? name, map.Choice("action", true, ("block", true), ("note", false)),
            where.Count == 0 || where.Any(one => one.Text == "searches"), where.Any(one => one.Text == "addresses"),
            phrases.Select(one => one.Text).ToList(), map.Texts("except").Select(one => one.Text).ToList(), map.Line));
        map.End();
    }

    private static readonly string[] DayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private void Time(string name, Yaml map)
    {
        List<int> days = [];
        foreach (var (day, line) in map.Texts("days"))
        {
            if (day == "school days") days.AddRange([0, 1, 2, 3, 4]);
            else if (day == "every day") days.AddRange([0, 1, 2, 3, 4, 5, 6]);
            else if (Array.IndexOf(DayNames, day.ToLowerInvariant()) is var index and >= 0) days.Add(index);
            else _faults.Add(line, $"\"{day}\" is no day; days are {string.Join(", ", DayNames)}, school days and every day");
        }

        if (days.Count == 0) _faults.Add(map.Line, $"\"{name}\" needs \"days\"");
        var (from, to) = (Minute(map, "from"), Minute(map, "to"));
        if (from == to && from is not null) map.Wrong("to", "it ends when it begins");
        _times.Add(new TimeWindow(name, days.Distinct().ToList(), from ?? 0, to ?? 1, map.Line));
        map.End();
    }

    private int? Minute(Yaml map, string key)
    {
        if (map.Text(key, isNeeded: true) is not { } text) return null;
        if (text == "24:00") return 1440;
        if (TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time.Hour * 60 + time.Minute;
        map.Wrong(key, $"\"{key}\" needs a time such as \"08:40\", in quotation marks, not \"{text}\"");
        return null;
    }

    private PhraseSet Phrases(Yaml yaml)
    {
        var files = yaml.Texts("phrases");
        if (files.Count == 0) return PhraseSet.Empty;
        var builder = new PhraseSetBuilder();
        foreach (var (name, line) in files)
        {
            if (beside(name) is not { } content)
            {
                _faults.Add(line, $"there is no file \"{name}\" beside the policy");
                continue;
            }

            _versions.Add(content);
            foreach (var (at, because) in builder.Add(name, content)) _faults.All.Add(new PolicyFault(name, at, because));
        }

        return builder.Build();
    }

    private void LevelOf(string name, Yaml map)
    {
        var pupils = map.Choice("for", true, ("pupils", true), ("guests", true), ("staff", false));
        var staysOpen = map.Flag("stays open");
        if (staysOpen && pupils) map.Wrong("stays open", "only a level for staff may stay open while the filter cannot decide");
        var opensNumbers = map.Choice("bare numbers", false, ("blocked", false), ("open", true));
        var opensNameless = map.Choice("nameless tunnels", false, ("blocked", false), ("open", true));
        if (pupils && opensNumbers) map.Wrong("bare numbers", "pupils never open bare IP addresses: no list knows them");
        if (pupils && opensNameless) map.Wrong("nameless tunnels", "pupils never open a tunnel without a name: nobody could say where it leads");
        List<int> ports = [];
        foreach (var (port, line) in map.Texts("ports"))
        {
            if (int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536) ports.Add(number);
            else _faults.Add(line, $"\"{port}\" is no port");
        }

        var level = new Level
        {
            Name = name,
            Title = map.Text("title", isNeeded: true) ?? name,
            IsForPupils = pupils,
            Wording = map.Choice("page wording", pupils ? PageWording.Child : PageWording.Adult,
                ("youngest", PageWording.Youngest), ("child", PageWording.Child), ("teenager", PageWording.Teenager), ("adult", PageWording.Adult)),
            Index = _levels.Count,
            Line = map.Line,
            StaysOpen = staysOpen,
            Blocked = Named(map, "blocks", "category", _categories.ConvertAll(one => one.Name)),
            OwnBlocked = Named(map, "blocks own", "own list", _own.ConvertAll(one => one.Name)),
            OwnOpened = Named(map, "opens", "own list", _own.ConvertAll(one => one.Name)),
            Garden = Named(map, "only", "own list", _own.ConvertAll(one => one.Name)),
            Times = [.. map.Maps("times").Select(TimeRuleOf).OfType<TimeRule>()],
            HoldsUnknown = map.Choice("unknown addresses", false, ("open", false), ("held", true)),
            SafeSearch = map.Choice("safe search", pupils, ("off", false), ("strict", true)),
            Video = map.Choice("video", pupils ? VideoStrength.Strict : VideoStrength.Off, ("off", VideoStrength.Off), ("moderate", VideoStrength.Moderate), ("strict", VideoStrength.Strict)),
            Words = Named(map, "words", "list of words", _words.ConvertAll(one => one.Name)),
            PageLimit = map.Number("page limit", 1, 100_000),
            BlockedDownloads = [.. map.Texts("blocked downloads").Select(one => one.Text.TrimStart('.').ToLowerInvariant())],
            OpensNumbers = opensNumbers,
            OpensNamelessTunnels = opensNameless,
            Ports = ports.Count > 0 ? ports : [80, 443],
        };
        if (level.Times.Count > MostTimes) _faults.Add(map.Line, $"a level has at most {MostTimes} times");
        if (_levels.Count == byte.MaxValue) _faults.Add(map.Line, "a policy has at most 255 levels");
        _levels.Add(level);
        map.End();
    }

    private TimeRule? TimeRuleOf(Yaml map)
    {
        var during = map.Text("during", isNeeded: true);
        var window = _times.Find(one => one.Name == during);
        if (window is null && during is not null) map.Wrong("during", $"there is no time \"{during}\"");
        var names = _categories.ConvertAll(one => one.Name);
        var (closed, blocks, opens) = (map.Flag("closed"), Named(map, "blocks", "category", names), Named(map, "opens", "category", names));
        map.End();
        if (!closed && blocks.Count == 0 && opens.Count == 0) _faults.Add(map.Line, "a time at a level needs \"closed: yes\", \"blocks\" or \"opens\"");
        return window is null ? null : new TimeRule(window, closed, blocks, opens, map.Line);
    }

    private List<int> Named(Yaml map, string key, string what, List<string> known)
    {
        List<int> found = [];
        foreach (var (name, line) in map.Texts(key))
        {
            var index = known.IndexOf(name);
            if (index >= 0) found.Add(index);
            else _faults.Add(line, $"there is no {what} \"{name}\"");
        }

        return found;
    }

    private Level? Lowest(Yaml yaml) => yaml.Text("lowest level", isNeeded: true) is { } name ? Find(name, yaml.LineOf("lowest level")) : null;

    private Level? Find(string name, int line)
    {
        var level = _levels.Find(one => one.Name == name);
        if (level is null) _faults.Add(line, $"there is no level \"{name}\"");
        return level;
    }

    private List<(IPNetwork, Level, int)> Ranges(Yaml yaml)
    {
        List<(IPNetwork, Level, int)> ranges = [];
        foreach (var (range, name, line) in yaml.Pairs("addresses"))
        {
            var network = default(IPNetwork);
            var isOne = IPAddress.TryParse(range, out var single);
            if (!isOne && !IPNetwork.TryParse(range, out network)) _faults.Add(line, $"\"{range}\" is no range of addresses, such as 10.20.0.0/16");
            else if (Find(name, line) is { } level) ranges.Add((isOne ? new IPNetwork(single!, single!.GetAddressBytes().Length * 8) : network, level, line));
        }

        // The narrower range first.
        return [.. ranges.OrderByDescending(one => one.Item1.PrefixLength)];
    }
}
