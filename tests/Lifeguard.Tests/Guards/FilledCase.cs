using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Visibility;

namespace Lifeguard.Tests.Guards;

/// <summary>A school with everybody in it and one filled record.</summary>
internal sealed record FilledCase(Cast Cast, FilledRecord Record)
{
    /// <summary>A concern about a pupil, on the safeguarding lead's desk.</summary>
    /// <param name="around">What is written around each word; nothing unless given.</param>
    public static Task<FilledCase> OnTheLeadsDeskAsync(World world, Func<string, string>? around = null) =>
        OfAsync(world, new AudienceCase("", ["pupil"], [], "concern", [], false), "dsl", around);

    /// <summary>An allegation about a teacher, which the head alone may know of.</summary>
    public static Task<FilledCase> HiddenFromAllButTheHeadAsync(World world) =>
        OfAsync(world, new AudienceCase("", ["teacher2"], [], "allegation", ["head"], false), "teacher2", null);

    private static async Task<FilledCase> OfAsync(World world, AudienceCase what, string writer, Func<string, string>? around)
    {
        var cast = await Cast.GatherAsync(world);
        var record = await new Situation(world, cast).HappenAsync(what);
        return new FilledCase(cast, await FilledRecord.FillAsync(world, record, cast[writer].IdentityId, around));
    }
}
