using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Roster;

/// <summary>Collects what will be said of a load. Bounded: a file of a million bad rows makes a short report with a true count.</summary>
internal sealed class RosterNotes(RosterLimits limits)
{
    private readonly List<RefusedRow> _refused = [];
    private readonly List<string> _notices = [];
    private readonly Dictionary<string, long> _counted = [];

    public IReadOnlyList<RefusedRow> Refused => _refused;

    public long RefusedRows { get; private set; }

    public IReadOnlyList<string> Notices =>
        [.. _notices, .. _counted.Select(pair => pair.Key.Replace("{n}", pair.Value.ToString("N0", Invariant), StringComparison.Ordinal))];

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    public void Refuse(string file, long line, string reason)
    {
        RefusedRows++;
        if (_refused.Count < limits.RefusalsListed) _refused.Add(new RefusedRow(file, line, reason));
    }

    public void Notice(string sentence)
    {
        if (_notices.Count < limits.NoticesListed && !_notices.Contains(sentence)) _notices.Add(sentence);
    }

    /// <summary>A notice that many rows may cause: <c>{n}</c> becomes how many did.</summary>
    public void Tally(string sentence)
    {
        if (_counted.ContainsKey(sentence) || _counted.Count < limits.NoticesListed)
            _counted[sentence] = _counted.GetValueOrDefault(sentence) + 1;
    }
}
