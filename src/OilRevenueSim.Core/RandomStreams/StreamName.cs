using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>Turns the name of a random stream into the 64-bit number that addresses it.</summary>
public static class StreamName
{
    /// <summary>First 8 bytes, little-endian, of SHA-256 of the name in UTF-8 NFC (model.md §4).</summary>
    public static ulong Hash(string name) =>
        BinaryPrimitives.ReadUInt64LittleEndian(
            SHA256.HashData(Encoding.UTF8.GetBytes(name.Normalize(NormalizationForm.FormC)))
        );
}
