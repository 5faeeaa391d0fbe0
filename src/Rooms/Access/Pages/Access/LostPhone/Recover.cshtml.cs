using Lifeguard.Access.Pages.Access.Accept;
using Lifeguard.Access.Ways;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Access.Pages.Access.LostPhone;

[OpenToAll("Somebody who has lost their phone cannot sign in; the link that two others gave them is their way in.")]
internal sealed class RecoverModel(RecoverAccount recover, Enrolment enrolment, Passkeys passkeys, PasswordRules rules, TimeProvider clock) : EnrolPage(enrolment, passkeys, rules, clock)
{
    public override string Heading => "Choose how you come in";

    public override string Says => "Two people have confirmed that it is you. Everything you used before, the password too, opens nothing from the moment you finish here.";

    public override string Address => "/recovery/" + Uri.EscapeDataString(Token);

    protected override Task<EnrolTarget?> FindAsync(CancellationToken stop) => recover.FindAsync(Token, stop);

    protected override Task<(Outcome Outcome, IReadOnlyList<string> Codes)> FinishAsync(WayChosen chosen, CancellationToken stop) => recover.RunAsync(Token, chosen, stop);
}
