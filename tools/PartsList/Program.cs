using PartsList;

// Writes the list of every package that Lifeguard is made of, from the lock files: tools/parts.
if (args is not [var root])
{
    Console.Error.WriteLine("Say the folder of the checkout.");
    return 2;
}

var parts = NuGetParts.Find(root).Concat(NpmParts.Find(root)).Concat(RuntimeParts.Find(root))
    .GroupBy(part => part.Purl, StringComparer.Ordinal)
    .Select(same => same.First() with { IsShipped = same.Any(part => part.IsShipped) })
    .OrderBy(part => part.Purl, StringComparer.Ordinal)
    .ToList();

var unclear = parts.Where(part => part.Licence.Length == 0).Select(part => $"{part.Name} {part.Version}").ToList();
if (unclear.Count > 0)
{
    Console.Error.WriteLine($"No licence is known of: {string.Join(", ", unclear)}. Restore first; where a package says its licence in a file alone, read it and say it here.");
    return 1;
}

File.WriteAllText(Path.Combine(root, "docs", "parts.cdx.json"), CycloneDx.Write(parts));
Console.WriteLine($"{parts.Count(part => part.IsShipped)} packages are shipped, {parts.Count(part => !part.IsShipped)} build and test; docs/parts.cdx.json");
return 0;
