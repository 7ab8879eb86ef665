using System.Numerics;
using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>The generator MT19937 of Matsumoto and Nishimura (1998), seeded as <c>init_genrand</c>, read as NumPy reads it.</summary>
internal sealed class MersenneTwister
{
    private const int Length = 624;
    private const int Offset = 397;

    private readonly uint[] _state = new uint[Length];
    private int _position = Length;

    public MersenneTwister(uint seed)
    {
        _state[0] = seed;
        for (var i = 1; i < Length; i++)
        {
            _state[i] = (1812433253u * (_state[i - 1] ^ (_state[i - 1] >> 30))) + (uint)i;
        }
    }

    /// <summary>32 random bits.</summary>
    // Inlined, as NextUpTo, so that a permutation, which is optimised at once, has them in it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint NextBits()
    {
        if (_position == Length)
        {
            Twist();
        }

        var x = _state[_position++];
        x ^= x >> 11;
        x ^= (x << 7) & 0x9D2C5680u;
        x ^= (x << 15) & 0xEFC60000u;
        return x ^ (x >> 18);
    }

    /// <summary>A number in [0, 1) of 53 random bits.</summary>
    public double NextDouble()
    {
        double high = NextBits() >> 5;
        double low = NextBits() >> 6;
        return ((high * (1 << 26)) + low) / (1L << 53);
    }

    /// <summary>A whole number from 0 to <paramref name="max"/>: as many bits as it takes, drawn until they fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint NextUpTo(uint max)
    {
        if (max == 0)
        {
            return 0;
        }

        var mask = uint.MaxValue >> BitOperations.LeadingZeroCount(max);
        uint value;
        do
        {
            value = NextBits() & mask;
        }
        while (value > max);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Twist()
    {
        for (var i = 0; i < Length; i++)
        {
            var next = i + 1 < Length ? i + 1 : 0;
            var far = i + Offset < Length ? i + Offset : i + Offset - Length;
            var bits = (_state[i] & 0x80000000u) | (_state[next] & 0x7FFFFFFFu);
            _state[i] = _state[far] ^ (bits >> 1) ^ (0x9908B0DFu & (0u - (bits & 1)));
        }

        _position = 0;
    }
}
