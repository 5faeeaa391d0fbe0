namespace Lifeguard.Organisation.Roster;

/// <summary>What the export says of itself: its version, where it comes from, and which files it should hold.</summary>
internal sealed class RosterManifest(RosterDraft draft, RosterFiles files, RosterNotes notes)
{
    private readonly HashSet<string> _changesOnly = new(StringComparer.OrdinalIgnoreCase);

    public RosterVersion Version { get; private set; }

    /// <summary>The file holds only what changed since the export before.</summary>
    public bool HoldsChangesOnly(string file) => _changesOnly.Contains(file);

    public void Read(RosterTable manifest)
    {
        using (manifest)
        {
            while (manifest.Read()) Take(manifest.Text("propertyName"), manifest.Text("value"));
        }
    }

    private void Take(string property, string value)
    {
        switch (property.ToLowerInvariant())
        {
            case "oneroster.version" when value.StartsWith("1.2", StringComparison.Ordinal):
                Version = RosterVersion.OneTwo;
                break;
            case "oneroster.version" when !value.StartsWith("1.1", StringComparison.Ordinal):
                throw new RosterUnreadable($"The export says that it is OneRoster {Short(value)}. Lifeguard reads versions 1.1 and 1.2.");
            case "source.systemname":
                draft.Source = value.Length == 0 ? null : Short(value);
                break;
            case var name when name.StartsWith("file.", StringComparison.Ordinal):
                Listed(name["file.".Length..] + ".csv", value);
                break;
        }
    }

    private void Listed(string file, string how)
    {
        if (how.Equals("delta", StringComparison.OrdinalIgnoreCase))
        {
            _changesOnly.Add(file);
            notes.Notice($"{file} holds changes only. What is not in it stays as it is.");
        }

        if (!how.Equals("absent", StringComparison.OrdinalIgnoreCase) && !files.Has(file) && RosterColumns.Of.ContainsKey(file))
            notes.Notice($"The manifest promises {file}, but the export does not hold it.");
    }

    private static string Short(string value) => value.Length > 100 ? value[..100] : value;
}

/// <summary>Which OneRoster it is.</summary>
internal enum RosterVersion
{
    OneOne,

    /// <summary>Roles stand in a file of their own.</summary>
    OneTwo,
}
