using Lifeguard.Kernel;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lifeguard.Storage.Naming;

internal sealed class ReferenceConversion() : ValueConverter<Reference, Guid>(reference => reference.Value, stored => Reference.Of(stored));

internal sealed class UrlAsTextConversion() : ValueConverter<UrlAsText, string>(address => address.Value, stored => new UrlAsText(stored));
