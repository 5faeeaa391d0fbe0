using Lifeguard.GateBenchmarks;

// Measures the gate beside its peers, in turn and in one run; ./bench installs the peers and hands over where things are.
return args switch
{
    ["filter", ..] => await FilterBench.RunAsync(Place.FromEnvironment(), args.Contains("--short")),
    ["gate", ..] => await GateBench.RunAsync(Place.FromEnvironment(), args.Contains("--short")),
    ["scan"] => ScanBench.Run(Place.FromEnvironment()),
    ["noise"] => Noise.Say(),
    _ => Unknown(),
};

static int Unknown()
{
    Console.Error.WriteLine("Start this with ./bench filter or ./bench gate.");
    return 2;
}
