using System.Text.Json;

namespace Neurones.Player.Server;

/// <summary>A request's JSON object, whatever its content type says (Node's clients say text/plain) and empty where there is none.</summary>
public sealed class JsonBody(JsonElement root)
{
    /// <exception cref="BadHttpRequestException">The body isn't a JSON object.</exception>
    public static async Task<JsonBody> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The request's body could not be read.", e); // as chunks of an impossible length
        }

        if (body.Length == 0)
        {
            return new JsonBody(JsonSerializer.SerializeToElement(new object()));
        }

        try
        {
            body.Position = 0;
            var root = JsonSerializer.Deserialize<JsonElement>(body);
            return root.ValueKind == JsonValueKind.Object && IsUnicode(root) ? new JsonBody(root) : throw new JsonException();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new BadHttpRequestException("The request's body must be a JSON object in Unicode.", e);
        }
    }

    public JsonElement Root => root;

    public string? Text(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public JsonBody? Part(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? new JsonBody(value) : null;

    // JSON may hold bytes that aren't UTF-8 and escapes that are half a character; whoever reads them as text later would fail.
    private static bool IsUnicode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString() is not null,
        JsonValueKind.Array => element.EnumerateArray().All(IsUnicode),
        JsonValueKind.Object => element.EnumerateObject().All(property => property.Name is not null && IsUnicode(property.Value)),
        _ => true,
    };
}
