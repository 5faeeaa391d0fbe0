using Lifeguard.Kernel;

namespace Lifeguard.Response.Pages.Response.Local;

internal static class LocalRefusals
{
    public static Refusal ChangedMeanwhile { get; } = new("changed-meanwhile",
        "Somebody else changed this guidance while you were at it. What you typed is kept below. Read what stands there now, then save again.");

    public static Refusal NothingToPublish { get; } = new("nothing-to-publish", "There is nothing to publish: somebody else has published or dropped it meanwhile.");

    public static Refusal WhyWeaker { get; } = new("weaker", "Some cases would be protected less than now. Say why that may be, and who agreed.");

    public static Refusal FileRefused { get; } = new("file-refused", "The file does not fit any more: see what is said about it, mend it, and publish then. What held before holds on.");
}
