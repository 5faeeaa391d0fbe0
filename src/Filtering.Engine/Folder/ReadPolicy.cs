using Lifeguard.Filtering.Engine.Policies;

namespace Lifeguard.Filtering.Engine.Folder;

/// <summary>The folder's policy with the files of phrases that it names: when one of them is another one, it is read again.</summary>
internal sealed class ReadPolicy(string folder)
{
    private readonly Dictionary<string, FileStamp> _seen = [];

    public Policy? Good { get; private set; }
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <returns>True when it was read, right or wrong.</returns>
    public bool Look()
    {
        if (_seen.Count > 0 && _seen.All(one => FileStamp.Of(one.Key) == one.Value)) return false;
        try
        {
            // A file is noted before it is read: what changes meanwhile is seen at the next look.
            _seen.Clear();
            var path = Path.Combine(folder, GateFolder.PolicyFile);
            Note(path);
            var policy = Policy.ReadFile(path, Note, out var faults);
            Faults = [.. faults.Select(fault => fault.ToString())];
            if (policy is not null) Good = policy;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            // Somebody is writing it; it is looked at again in a moment.
            _seen.Clear();
            Faults = [GateFolder.CannotBeRead(GateFolder.PolicyFile, failed)];
        }

        return true;
    }

    private void Note(string path) => _seen[path] = FileStamp.Of(path);
}
