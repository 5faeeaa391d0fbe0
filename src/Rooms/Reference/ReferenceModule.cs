using Lifeguard.Reference.Contracts;
using Lifeguard.Reference.Model;
using Lifeguard.Ui.Rooms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Reference;

public sealed class ReferenceModule : IModule
{
    public string Name => "Reference";

    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<IReference>(new BuiltInReference(ReferenceData.Read(ReferenceFiles.BuiltIn())));
}
