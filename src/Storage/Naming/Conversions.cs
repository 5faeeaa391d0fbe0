using Lifeguard.Kernel;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lifeguard.Storage.Naming;

internal sealed class RandomReferenceConversion() : ValueConverter<RandomReference, Guid>(reference => reference.Value, stored => RandomReference.Of(stored));

internal sealed class UrlAsTextConversion() : ValueConverter<UrlAsText, string>(address => address.Value, stored => new UrlAsText(stored));
