using Lifeguard.Filtering.Gate;
using Lifeguard.Storage.Outbox;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Filtering.Pages.Filtering.Why;

[OpenToAll("Where a page did not open, also a child without an account must find out why; without signing in it shows no history.")]
internal sealed class WhyModel(AskGate gate, FindOwnRefused findOwn, IAddressBook accounts, TimeProvider clock) : WhyPage(gate, findOwn, accounts, clock);
