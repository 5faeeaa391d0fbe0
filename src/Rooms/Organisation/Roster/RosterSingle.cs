namespace Lifeguard.Organisation.Roster;

internal sealed class RosterSingle(string path, string name, RosterLimits limits) : RosterFiles
{
    public override bool Has(string wanted) => wanted == name;

    public override Stream Open(string wanted) => new BoundedStream(File.OpenRead(path), name, limits.FileBytes);
}
