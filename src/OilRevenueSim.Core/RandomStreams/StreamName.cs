using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>Turns the name of a random stream into the 64-bit number that addresses it.</summary>
public static class StreamName
{
    /// <summary>First 8 bytes, little-endian, of SHA-256 of the name in UTF-8 NFC (model.md §4).</summary>
    /// <remarks>
    /// Names are ASCII, whose NFC is itself: under invariant globalisation .NET does not normalise other letters, and
    /// two spellings of one name would silently be two streams.
    /// </remarks>
    /// <param name="name">Name, ASCII.</param>
    /// <exception cref="ArgumentException">The name holds a character outside ASCII.</exception>
    public static ulong Hash(string name)
    {
        if (!Ascii.IsValid(name))
        {
            throw new ArgumentException($"The stream name '{name}' holds a character outside ASCII.", nameof(name));
        }

        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.ASCII.GetBytes(name)));
    }
}
