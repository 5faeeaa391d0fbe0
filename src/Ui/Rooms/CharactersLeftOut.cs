using Microsoft.AspNetCore.Http;

namespace Lifeguard.Ui.Rooms;

/// <summary>Stands on a request from which characters were taken that nothing can hold, so that the next page can say so.</summary>
public sealed class CharactersLeftOut
{
    private CharactersLeftOut()
    {
    }

    public static void Mark(HttpContext context) => context.Features.Set(new CharactersLeftOut());

    public static bool From(HttpContext context) => context.Features.Get<CharactersLeftOut>() is not null;
}
