using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Access;

/// <summary>The steps of coming in, as people take them.</summary>
internal static class WaySteps
{
    public const string Good = "quiet walnut harbour lantern";

    /// <summary>Types address and password.</summary>
    public static async Task<PageSeen> TypeAsync(this Browser browser, string email, string password = Someone.Password, bool shared = false) =>
        await (await browser.GetAsync("/sign-in")).SubmitAsync(form =>
        {
            form.Set("Email", email).Set("Password", password);
            if (shared) form.Tick("Shared", "true");
        });

    /// <summary>From the page with two ways on: a password and an app, until the recovery codes are shown.</summary>
    public static async Task<(Phone Phone, PageSeen Codes)> WithAppAsync(this PageSeen page, DateTimeOffset now, string password = Good)
    {
        var connect = await page.SubmitAsync(form => form.Set("Password", password), "Continue");
        var phone = Phone.Reading(connect);
        return (phone, await connect.SubmitAsync(form => form.Set("Code", phone.Code(now)), "Finish"));
    }

    /// <summary>Somebody who has only a password sets up the app that their role demands.</summary>
    public static async Task<Phone> SetUpAppAsync(this Browser browser, DateTimeOffset now)
    {
        var connect = await (await browser.GetAsync("/account/second-factor")).SubmitAsync(button: "Connect an app");
        var phone = Phone.Reading(connect);
        (await connect.SubmitAsync(form => form.Set("Code", phone.Code(now)), "Finish")).Heading.ShouldBe("Print these codes");
        return phone;
    }

    public static IReadOnlyList<string> CodesOn(PageSeen page) => [.. page.Document.QuerySelectorAll("main li").Select(item => item.TextContent.Trim())];
}
