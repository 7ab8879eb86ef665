using System.Globalization;
using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>An interpolated error message that is only put together, in the invariant culture, when its check fails.</summary>
[InterpolatedStringHandler]
internal ref struct ErrorMessage
{
    private DefaultInterpolatedStringHandler _text;

    public ErrorMessage(int literalLength, int formattedCount, bool holds, out bool wanted)
    {
        wanted = !holds;
        if (wanted)
        {
            _text = new(literalLength, formattedCount, CultureInfo.InvariantCulture);
        }
    }

    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    public override string ToString() => _text.ToStringAndClear();
}
