namespace Lifeguard.Organisation.Roster;

internal sealed class RosterFolder : RosterFiles
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly RosterLimits _limits;

    public RosterFolder(string folder, RosterLimits limits)
    {
        _limits = limits;
        foreach (var path in Directory.EnumerateFiles(folder, "*.csv", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive }))
        {
            if (!_paths.TryAdd(UsualName(Path.GetFileName(path)), path))
                throw new RosterUnreadable($"The folder holds {Path.GetFileName(path)} twice, with different capitals or spelling. Keep one.");
        }
    }

    public override bool Has(string name) => _paths.ContainsKey(name);

    public override Stream Open(string name) =>
        new BoundedStream(File.OpenRead(_paths[name]), name, _limits.FileBytes);
}
