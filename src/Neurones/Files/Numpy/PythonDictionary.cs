using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Neurones;

/// <summary>
/// Reads a Python dictionary written out, as .npy files have it. Its values may be texts, True and False, and tuples of
/// whole numbers; nothing else is understood, so that nothing else can happen.
/// </summary>
internal ref struct PythonDictionary
{
    private ReadOnlySpan<char> _rest;

    private PythonDictionary(ReadOnlySpan<char> text) => _rest = text.TrimEnd(" \n");

    /// <summary>The entries: string, bool or long[] by name.</summary>
    /// <exception cref="FormatException">It isn't such a dictionary, or a name comes twice.</exception>
    public static Dictionary<string, object> Parse(ReadOnlySpan<char> text)
    {
        var reader = new PythonDictionary(text);
        var entries = new Dictionary<string, object>(StringComparer.Ordinal);
        reader.Expect('{');
        while (!reader.Skip('}'))
        {
            var name = reader.Text();
            reader.Expect(':');
            Require(entries.TryAdd(name, reader.Value()));
            reader.Separate('}');
        }

        Require(reader._rest.IsEmpty);
        return entries;
    }

    private object Value()
    {
        if (Skip("True"))
        {
            return true;
        }

        if (Skip("False"))
        {
            return false;
        }

        return Skip('(') ? Numbers() : Text();
    }

    private string Text()
    {
        var quote = Skip('"') ? '"' : '\'';
        if (quote == '\'')
        {
            Expect(quote);
        }

        var end = _rest.IndexOfAny(quote, '\\');
        Require(end >= 0 && _rest[end] == quote);
        var text = _rest[..end].ToString();
        _rest = _rest[(end + 1)..];
        return text;
    }

    private long[] Numbers()
    {
        var numbers = new List<long>();
        while (!Skip(')'))
        {
            _rest = _rest.TrimStart(' ');
            var digits = _rest.IndexOfAnyExceptInRange('0', '9');
            Require(digits > 0);
            Require(long.TryParse(_rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number));
            numbers.Add(number);
            _rest = _rest[digits..];
            Separate(')');
        }

        return [.. numbers];
    }

    /// <summary>A comma, or the closing bracket that may stand in its place and is left for later.</summary>
    private void Separate(char closing) => Require(Skip(',') || _rest.TrimStart(' ').StartsWith(closing));

    private void Expect(char wanted) => Require(Skip(wanted));

    private bool Skip(char wanted) => Skip(wanted.ToString());

    private bool Skip(string wanted)
    {
        var rest = _rest.TrimStart(' ');
        var found = rest.StartsWith(wanted, StringComparison.Ordinal);
        _rest = found ? rest[wanted.Length..] : _rest;
        return found;
    }

    private static void Require([DoesNotReturnIf(false)] bool condition)
    {
        if (!condition)
        {
            throw new FormatException();
        }
    }
}
