using System.Text.Json;
using Microsoft.Playwright;

namespace Neurones.Player.Tests.Browser;

/// <summary>What a browser sees in a picture's file.</summary>
internal sealed record DrawnPicture(int Width, int Height, int Colours, string Corner)
{
    public static async Task<DrawnPicture> OfAsync(string file)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync();
        var type = Path.GetExtension(file) == ".svg" ? "svg+xml" : "png";
        var seen = await page.EvaluateAsync<JsonElement>(
            """
            async source => {
              const image = new Image();
              image.src = source;
              await image.decode();
              const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
              context.drawImage(image, 0, 0);
              const { data } = context.getImageData(0, 0, image.width, image.height);
              return { width: image.width, height: image.height, colours: new Set(new Uint32Array(data.buffer)).size, corner: data.slice(0, 3).join() };
            }
            """,
            $"data:image/{type};base64,{Convert.ToBase64String(await File.ReadAllBytesAsync(file))}");
        return seen.Deserialize<DrawnPicture>(JsonSerializerOptions.Web)!;
    }
}
