using PodPlay.Testing.Tools;

namespace PodPlay.Tools;

public class ToolRootsTests
{
    [Fact]
    public void A_missing_root_is_named_with_its_cure()
    {
        using var cache = TempTree.Of(("bookworm/.podplay-root", "stamp\n"), ("trixie/etc/hostname", "half made\n"));
        Assert.Null(ToolRoots.WhatIsMissing([Debian.Bookworm], cache.Root));
        Assert.Equal(
            "skipped: the tools of Debian 13 (podman, nft 1.1.3, HAProxy 3.0) are missing; run scripts/setup",
            ToolRoots.WhatIsMissing([Debian.Bookworm, Debian.Trixie], cache.Root));
    }

    [Theory]
    [InlineData("CI", "true", true)]
    [InlineData("PODPLAY_REQUIRE_TOOLS", "1", true)]
    [InlineData("CI", "false", false)]
    [InlineData("HOME", "true", false)]
    public void CI_and_a_wish_make_the_tools_a_duty(string name, string value, bool required) =>
        Assert.Equal(required, ToolRoots.IsRequired(asked => asked == name ? value : null));
}
