using Lifeguard.Storage;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.BadDays;

internal static class Seeds
{
    /// <summary>The code on the school's poster.</summary>
    public static Task<string> CodeAsync(this World world, Guid school) =>
        world.DoAsync(services => services.GetRequiredService<Store>().Set<Lifeguard.Organisation.Model.Organisation>().Where(one => one.Id == school).Select(one => one.ReportCode).SingleAsync());
}
