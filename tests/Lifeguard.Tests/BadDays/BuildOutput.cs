using Lifeguard.Tests.House;

namespace Lifeguard.Tests.BadDays;

internal static class BuildOutput
{
    /// <summary>Where the build put one of our programs, in the same configuration as these tests.</summary>
    public static string Of(string project)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Repository.Root, "src", project, "bin", framework.Parent!.Name, framework.Name);
    }
}
