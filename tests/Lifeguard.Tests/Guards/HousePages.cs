using System.Reflection;
using Lifeguard.Tests.House;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Guards;

/// <summary>A page as the routing table has it.</summary>
/// <param name="Posts">The names of its POST handlers; the plain one is empty.</param>
internal sealed record HousePage(string Template, TypeInfo Model, IReadOnlyList<string> Posts)
{
    public string? Needs => Model.GetCustomAttribute<NeedsAttribute>()?.Permission;

    public bool IsOpen => Model.IsDefined(typeof(OpenToAllAttribute));

    /// <summary>A page about one record, which is there for its readers alone.</summary>
    public bool IsOfARecord => Template.StartsWith("incidents/{reference}", StringComparison.Ordinal);

    /// <summary>A file that another program makes, slowly.</summary>
    public bool IsFile => Template.EndsWith(".pdf", StringComparison.Ordinal) || Template.EndsWith(".json", StringComparison.Ordinal);

    public override string ToString() => "/" + Template;
}

/// <summary>Every page of the running house, from its routing table: none can be left out.</summary>
internal static class HousePages
{
    public static async Task<IReadOnlyList<HousePage>> OfAsync(World world)
    {
        var loader = world.Services.GetRequiredService<PageLoader>();
        var pages = new List<HousePage>();
        foreach (var endpoint in world.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } descriptor) continue;
            var page = await loader.LoadAsync(descriptor, EndpointMetadataCollection.Empty);
            var posts = page.HandlerMethods.Where(one => HttpMethods.IsPost(one.HttpMethod)).Select(one => one.Name ?? "").ToList();
            pages.Add(new HousePage(endpoint.RoutePattern.RawText!.TrimStart('/'), page.ModelTypeInfo!, posts));
        }

        // A walk over the forms proves nothing where none are found.
        pages.Count(page => page.Posts.Count > 0).ShouldBeGreaterThan(20);
        return [.. pages.DistinctBy(page => page.Template).OrderBy(page => page.Template, StringComparer.Ordinal)];
    }
}
