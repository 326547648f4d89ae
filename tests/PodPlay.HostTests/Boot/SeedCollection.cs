namespace PodPlay.Boot;

/// <summary>Tests that share two booted hosts, one after the other. Each begins with <see cref="SeedHosts.Become"/>.</summary>
[CollectionDefinition(Name)]
public sealed class SeedCollection : ICollectionFixture<SeedHosts>
{
    public const string Name = "samples/seed on booted hosts";
}
