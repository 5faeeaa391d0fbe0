using System.Text.RegularExpressions;
using Lifeguard.Filtering.Engine.Policies;

namespace Lifeguard.Filtering.Engine.Tests.Policies;

/// <summary>What <c>docs/policy.md</c> shows must be readable as it stands there.</summary>
public sealed partial class DescribedPolicyTests
{
    [Fact]
    public void PolicyAndOverlay_AsTheyAreDescribed_AreRead()
    {
        var blocks = Block().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policy.md"))).Select(match => match.Groups[1].Value).ToList();

        var policy = Policy.Read("policy.yml", blocks[0], _ => "50 free slots\n", out var faults);
        faults.ShouldBeEmpty();
        Overlay.Read("overlay.yml", blocks[1], policy!, out faults).ShouldNotBeNull();
        faults.ShouldBeEmpty();
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
