using System.Text.Json;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Filtering.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Filtering.WebPasswords;

/// <summary>
/// Where a gateway asks whether a name and a password for the web belong together. It answers to the gate's key alone and is not there for
/// anybody else; it looks at no cookie and begins no session. Yes is 204; every no is the same 403.
/// </summary>
internal static partial class SignInDoor
{
    private const int LongestBody = 4096;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/gate/sign-in", AnswerAsync).ShortCircuit();

    private static async Task<IResult> AnswerAsync(HttpContext context, GateSettings settings, GateKey key)
    {
        if (!settings.SignsIn) return Results.StatusCode(StatusCodes.Status404NotFound);
        if (!key.Opens(context.Request.Headers.Authorization))
        {
            if (context.Request.Headers.Authorization.Count > 0) WrongKey(context.RequestServices.GetRequiredService<ILogger<GateKey>>());
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        var stop = context.RequestAborted;
        if (await ReadAsync(context.Request, stop) is not { Name: { Length: > 0 } name, Password: { } password }) return Results.Text("not understood", statusCode: StatusCodes.Status400BadRequest);
        return await context.RequestServices.GetRequiredService<CheckWebPassword>().RunAsync(name, password, stop) ? Results.NoContent() : Results.Text("no", statusCode: StatusCodes.Status403Forbidden);
    }

    private static async Task<Said?> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        var body = new byte[LongestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, stop);
        if (length > LongestBody) return null;
        try
        {
            return JsonSerializer.Deserialize<Said>(body.AsSpan(0, length), JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(1604, LogLevel.Warning, "Somebody with a key that is not the gate's asked whether a password for the web is right")]
    private static partial void WrongKey(ILogger logger);

    private sealed record Said(string? Name, string? Password);
}
