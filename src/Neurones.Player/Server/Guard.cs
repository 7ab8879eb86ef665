using Microsoft.Net.Http.Headers;

namespace Neurones.Player.Server;

/// <summary>Stands before routing and before the WebSocket upgrade: Host, then Origin, then the token.</summary>
public sealed class Guard(RequestDelegate next, AccessToken token)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var host = request.Host.Value ?? "";
        context.Response.OnStarting(() =>
        {
            SecurityHeaders.Add(context, host);
            return Task.CompletedTask;
        });

        // Another name for this address is a rebound one: a page elsewhere would pass for ours.
        if (host != Own(context, "127.0.0.1") && host != Own(context, "localhost"))
        {
            return Refuse(context, StatusCodes.Status403Forbidden, "This server answers only at its own address.");
        }

        if (request.Headers.TryGetValue(HeaderNames.Origin, out var origin) && origin != $"http://{host}")
        {
            return Refuse(context, StatusCodes.Status403Forbidden, "Pages of another origin may not use this server.");
        }

        // A page elsewhere may link to ours, but not look what is here by loading it as a script or a picture: that sends no Origin.
        if (request.Path != "/" && request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
        {
            return Refuse(context, StatusCodes.Status403Forbidden, "Pages of another origin may not use this server.");
        }

        return SecurityHeaders.IsShell(request.Path) || token.Admits(request)
            ? next(context)
            : Refuse(context, StatusCodes.Status403Forbidden, "The token is missing or wrong: open the address that the server printed when it started.");
    }

    private static string Own(HttpContext context, string name) => FormattableString.Invariant($"{name}:{context.Connection.LocalPort}");

    private static Task Refuse(HttpContext context, int status, string message) => Problem.Json(status, message).ExecuteAsync(context);
}
