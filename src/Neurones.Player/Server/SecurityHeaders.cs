using Microsoft.Net.Http.Headers;
using Neurones.Player.Lessons;

namespace Neurones.Player.Server;

/// <summary>What a browser may do with an answer: the page's shell draws itself from here alone, output runs in a sandbox, data is data.</summary>
public static class SecurityHeaders
{
    public const string OutputFrame = "/output-frame";

    // An SVG that is opened by itself is a document: it may draw, and nothing else.
    private const string PicturePolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

    private const string DataPolicy = "default-src 'none'; frame-ancestors 'self'";
    private const string OutputPolicy = "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; frame-ancestors 'self'";

    /// <summary>Whether the path is part of the page's static shell, which holds no secret and needs no token. An img element could send none.</summary>
    public static bool IsShell(PathString path) => path == "/" || path == OutputFrame || path.StartsWithSegments("/assets") || IsPicture(path);

    public static void Add(HttpContext context, string host)
    {
        var path = context.Request.Path;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        var error = context.Response.StatusCode >= StatusCodes.Status400BadRequest;
        headers[HeaderNames.CacheControl] = !error && (path.StartsWithSegments("/assets") || IsPicture(path)) ? "no-cache" : "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = error ? DataPolicy : path == OutputFrame ? OutputPolicy : IsPicture(path) ? PicturePolicy : IsShell(path) ? PagePolicy(host) : DataPolicy;
    }

    private static bool IsPicture(PathString path) => path.StartsWithSegments(LessonEndpoints.Pictures);

    private static string PagePolicy(string host) =>
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
        + $"connect-src 'self' ws://{host}; frame-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
