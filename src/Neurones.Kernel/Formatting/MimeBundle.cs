using System.Text.Json;

namespace Neurones.Kernel.Formatting;

/// <summary>One value in several forms, of which a client shows the richest it can.</summary>
internal sealed class MimeBundle
{
    public const string Plain = "text/plain";
    public const string Html = "text/html";
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>The longest data of one form, in characters.</summary>
    private const int MaxLength = 30_000_000;

    private readonly Dictionary<string, object> _data = [];

    /// <summary>Text, or JSON for the JSON types, by MIME type.</summary>
    public IReadOnlyDictionary<string, object> Data => _data;

    public long Length { get; private set; }

    public static MimeBundle Text(string text) => new MimeBundle().Add(Plain, text);

    /// <summary>Adds a form of the value.</summary>
    /// <exception cref="InvalidOperationException">The data is too long, or isn't JSON where the type says so.</exception>
    public MimeBundle Add(string mimeType, string data)
    {
        if (data.Length > MaxLength)
        {
            throw new InvalidOperationException(
                $"An output of {data.Length / 1_000_000} million characters ({mimeType}) is too long to show; the limit is {MaxLength / 1_000_000} million.");
        }

        _data[mimeType] = IsJson(mimeType) ? Parse(mimeType, data) : data;
        Length += data.Length;
        return this;
    }

    private static bool IsJson(string mimeType) =>
        mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);

    private static JsonElement Parse(string mimeType, string data)
    {
        try
        {
            return JsonElement.Parse(data);
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"An output says it is {mimeType} but isn't JSON: {e.Message}", e);
        }
    }
}
