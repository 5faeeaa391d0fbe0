using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Storage;

/// <summary>A room says which tables it has. Names become snake case; a property called <c>Org</c> puts the table behind the second wall.</summary>
public interface ITables
{
    void Map(ModelBuilder model);
}
