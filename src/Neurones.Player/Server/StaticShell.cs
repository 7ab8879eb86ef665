using Microsoft.Extensions.FileProviders;

namespace Neurones.Player.Server;

/// <summary>The page: index.html, output-frame.html and assets/, as the client's build left them in wwwroot.</summary>
public static class StaticShell
{
    /// <summary>The pages' files, beside the command.</summary>
    public static readonly string UsualRoot = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    private const string NotBuilt = "The page has not been built: install Node 20 or newer and run `dotnet build src/Neurones.Player`.";

    public static void UseStaticShell(this WebApplication app, string wwwroot)
    {
        app.UseAssets(wwwroot);
        app.MapPage("/", wwwroot, "index.html");
        app.MapPage(SecurityHeaders.OutputFrame, wwwroot, "output-frame.html");
    }

    public static void UseAssets(this WebApplication app, string wwwroot)
    {
        var assets = Path.Combine(wwwroot, "assets");
        if (Directory.Exists(assets))
        {
            app.UseStaticFiles(new StaticFileOptions { RequestPath = "/assets", FileProvider = new PhysicalFileProvider(assets) });
        }
    }

    public static void MapPage(this WebApplication app, string path, string wwwroot, string name) => app.MapGet(path, () => Page(wwwroot, name));

    /// <summary>Why there is no page to show; null when there is one.</summary>
    public static string? WhyMissing(string wwwroot) => File.Exists(Path.Combine(wwwroot, "index.html")) ? null : NotBuilt;

    private static IResult Page(string wwwroot, string name)
    {
        var file = Path.Combine(wwwroot, name);
        return File.Exists(file)
            ? Results.File(file, "text/html; charset=utf-8")
            : Results.Text(NotBuilt, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
