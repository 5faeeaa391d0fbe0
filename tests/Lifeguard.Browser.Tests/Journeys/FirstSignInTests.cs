using System.Text.Json;
using Lifeguard.Browser.Tests.House;
using Microsoft.Playwright;

namespace Lifeguard.Browser.Tests.Journeys;

/// <summary>Somebody new, from the letter to the passkey on their phone: invited, in, out and in again, and the day they fear for their password.</summary>
[Collection(nameof(Site))]
public sealed class FirstSignInTests(Site site)
{
    private const string Administrator = "System administrator, Sallowfield Learning Trust";

    [Fact]
    public async Task Invited_OnAPhone_MakesAPasskey_AndComesInWithIt()
    {
        await using var administrator = await site.VisitAsync();
        await administrator.SignInAsAsync(Administrator);
        await administrator.FollowAsync("Invite people");
        await administrator.Page.Locator("select[name=Place]").SelectOptionAsync(new SelectOptionValue { Label = "Tarrowby High School" });
        await administrator.PressAsync("Show");
        await administrator.LookAsync("invite-people");
        await administrator.Page.Locator("input[name=People]:enabled").First.CheckAsync();
        await administrator.PressAsync("Send invitations");
        (await administrator.TextAsync()).ShouldContain("1 person was invited");
        var letters = await site.LettersAsync(wait: letter => letter.Contains("Subject: Lifeguard: make your account", StringComparison.Ordinal));
        var letter = letters.Single(one => one.Contains("/invitation/", StringComparison.Ordinal));
        var link = letter.Split("\r\n").Single(line => line.Contains("/invitation/", StringComparison.Ordinal)).Trim();

        await using var phone = await site.VisitAsync(width: 390, height: 844);
        var ownerAgrees = await PasskeysOfAPhoneAsync(phone.Page);
        await phone.GoAsync(link);
        (await phone.HeadingAsync()).ShouldBe("Make your account");
        await phone.LookAsync("accept-invitation");
        await phone.PressAsync("Make a passkey");
        await phone.ArriveAsync("**/home");
        await phone.GoAsync("/account");
        await phone.LookAsync("your-sign-ins");

        // The sign-in page offers the passkey by itself; the owner has put the phone down.
        await ownerAgrees(false);
        await phone.PressAsync("Sign out");
        await phone.ArriveAsync("**/signed-out");
        await phone.Page.GoBackAsync();
        (await phone.HeadingAsync()).ShouldBe("Sign in");
        await phone.LookAsync("sign-in");
        await ownerAgrees(true);
        await phone.PressAsync("Sign in with a passkey");
        // Back to where they were.
        await phone.ArriveAsync("**/account");

        await phone.PressAsync("Somebody knows my password");
        (await phone.HeadingAsync()).ShouldBe("Your password is closed");
        await phone.LookAsync("password-closed");
    }

    [Fact]
    public async Task Link_WithoutScripts_OffersPasswordAndApp()
    {
        await using var administrator = await site.VisitAsync();
        await administrator.SignInAsAsync(Administrator);
        await administrator.GoAsync("/lost-phones");
        await administrator.LookAsync("lost-phones");

        await using var stranger = await site.VisitAsync(width: 390, height: 844, scripts: false);
        await stranger.GoAsync("/invitation/a-link-that-nobody-was-given");
        (await stranger.HeadingAsync()).ShouldBe("This link no longer opens anything");
        await stranger.PictureAsync("link-is-over");
        await stranger.GoAsync("/lost-phone");
        await stranger.PictureAsync("lost-phone");
        await stranger.GoAsync("/sign-in");
        (await stranger.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).CountAsync()).ShouldBe(0);
    }

    // A phone that keeps passkeys and knows its owner, as the browser's own test authenticator plays it. Answers with a way to say
    // whether the owner agrees when a page asks.
    private static async Task<Func<bool, Task>> PasskeysOfAPhoneAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable", new Dictionary<string, object> { ["enableUI"] = false });
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = JsonSerializer.SerializeToElement(new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = true,
                isUserVerified = true,
                automaticPresenceSimulation = true,
            }),
        });
        var id = added!.Value.GetProperty("authenticatorId").GetString()!;
        return agrees => session.SendAsync("WebAuthn.setAutomaticPresenceSimulation", new Dictionary<string, object> { ["authenticatorId"] = id, ["enabled"] = agrees });
    }
}
