using Lifeguard.Filtering.Gate;
using Lifeguard.Storage.Outbox;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Filtering.Pages.Filtering.Why;

[OpenToAll("A block page leads here, also for a child without an account; it says whom to ask and keeps nothing.")]
internal sealed class AskModel(AskGate gate, FindOwnRefused findOwn, IAddressBook accounts, TimeProvider clock) : WhyPage(gate, findOwn, accounts, clock);
