using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Neurones.Kernel.Scripting;

/// <summary>The text of a cell, without the checksum by which a debugger knows a file: to compute it, every kernel would load OpenSSL.</summary>
internal sealed class CellText(string code) : SourceText(NoChecksum, SourceHashAlgorithm.Sha1)
{
    private static readonly ImmutableArray<byte> NoChecksum = [.. new byte[20]];

    public override Encoding Encoding => Encoding.UTF8;

    public override int Length => code.Length;

    public override char this[int position] => code[position];

    public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) =>
        code.CopyTo(sourceIndex, destination, destinationIndex, count);
}
