using System.Security.Cryptography;

namespace PodPlay.Text;

public sealed class Sha256Tests
{
    [Fact]
    public void Agrees_with_the_framework_at_every_length_around_the_block_size()
    {
        var data = new byte[400];
        for (var i = 0; i < data.Length; i++)
            data[i] = (byte)(i * 31);

        for (var length = 0; length <= data.Length; length++)
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(data.AsSpan(0, length))), Sha256.Hex(data.AsSpan(0, length)));
    }

    [Fact]
    public void Agrees_with_the_framework_on_a_mebibyte()
    {
        var data = new byte[1 << 20];
        for (var i = 0; i < data.Length; i++)
            data[i] = (byte)(i * i >> 3);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(data)), Sha256.Hex(data));
    }

    [Fact]
    public void Agrees_with_the_standards_own_example() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Sha256.Hex("abc"u8));
}
