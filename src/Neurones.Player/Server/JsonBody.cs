using System.Text.Json;

namespace Neurones.Player.Server;

/// <summary>A request's JSON object, whatever its content type says (Node's clients say text/plain) and empty where there is none.</summary>
public sealed class JsonBody(JsonElement root)
{
    /// <exception cref="BadHttpRequestException">The body isn't a JSON object.</exception>
    public static async Task<JsonBody> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        if (body.Length == 0)
        {
            return new JsonBody(JsonSerializer.SerializeToElement(new object()));
        }

        try
        {
            body.Position = 0;
            var root = JsonSerializer.Deserialize<JsonElement>(body);
            return root.ValueKind == JsonValueKind.Object ? new JsonBody(root) : throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException("The request's body must be a JSON object.", e);
        }
    }

    public JsonElement Root => root;

    public string? Text(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public JsonBody? Part(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? new JsonBody(value) : null;
}
