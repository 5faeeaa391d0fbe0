using Lifeguard.Access.Ways;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Access.Pages.Access.Accept;

[OpenToAll("Somebody who is invited has no account yet; the link is their way in.")]
internal sealed class AcceptModel(AcceptInvitation accept, Enrolment enrolment, Passkeys passkeys, PasswordRules rules, TimeProvider clock) : EnrolPage(enrolment, passkeys, rules, clock)
{
    public override string Heading => "Make your account";

    public override string Says => "You are asked to make an account in Lifeguard, your school's online safety desk. Nobody but you will know how you come in.";

    public override string Address => "/invitation/" + Uri.EscapeDataString(Token);

    protected override Task<EnrolTarget?> FindAsync(CancellationToken stop) => accept.FindAsync(Token, stop);

    protected override Task<(Outcome Outcome, IReadOnlyList<string> Codes)> FinishAsync(WayChosen chosen, CancellationToken stop) => accept.RunAsync(Token, chosen, stop);
}
